extension Survey {
    /// Reads batches from where recovery begins (or from the first), until the end or until damage that no snapshot
    /// covers.
    mutating func readLog(_ files: [any DiskFile], isThorough: Bool) throws(JournalError) {
        head = covered
        let begin = segments.lastIndex { $0.first <= covered + 1 } ?? 0
        guard begin < segments.count else {
            if covered > 0 { endLog(Segment(first: 1, after: 0, time: 0, epoch: 0, version: 0)) }
            return
        }
        if segments[begin].requiredSequence > covered {
            let segment = segments[begin]
            let finding = JournalFinding(segment, covered + 1, "the records before it are missing")
            lose(covered + 1...segment.requiredSequence, finding, in: segment.first, nil)
            return
        }
        let start = isThorough ? 0 : begin
        logHead = segments[start].after
        for index in start..<segments.count where fatal == nil {
            checkContinuity(index)
            if fatal == nil { try readSegment(index, files[index]) }
        }
        head = max(logHead, covered)
        if fatal == nil, logHead < covered, let last = segments.last { endLog(last) }
    }

    /// The log ends before the newest snapshot: what came after that snapshot may be lost too.
    private mutating func endLog(_ last: Segment) {
        let finding = JournalFinding(last, logHead + 1, "the log ends before the snapshot at record \(covered)")
        fatal = Fatal(finding: finding, goodEnd: last.defect == nil ? last.end : nil, segment: last.first)
    }

    /// Compares where a segment says it goes on with where the one before ended.
    private mutating func checkContinuity(_ index: Int) {
        let segment = segments[index]
        if segment.after < logHead {
            let problem = "it goes on after record \(segment.after), but record \(logHead) stands before it"
            let finding = JournalFinding(segment, segment.first, problem)
            fatal = Fatal(finding: finding, goodEnd: nil, segment: segment.first)
        } else if segment.after > logHead {
            let finding = JournalFinding(segment, logHead + 1, "the records before it are missing")
            lose(logHead + 1...segment.after, finding, in: segment.first, nil)
        }
        guard fatal == nil, segment.first > segment.after + 1 else { return }
        let finding = JournalFinding(segment, segment.after + 1, "a repair has given up the records before it")
        if let base = segment.base, base > covered {
            fatal = Fatal(finding: finding, goodEnd: nil, segment: segment.first)
        } else {
            gaps.append(JournalGap(sequences: segment.after + 1...segment.first - 1, finding: finding))
        }
    }

    private mutating func readSegment(_ index: Int, _ file: any DiskFile) throws(JournalError) {
        let segment = segments[index]
        guard let format = formats.format(version: segment.version), segment.defect == nil else {
            return takeDefective(index)
        }
        logHead = segment.first - 1
        segments[index].end = segment.begin
        var reader = BatchReader(segment, file, format, from: segment.start, to: segment.end)
        while true {
            let linesBefore = reader.linesRead
            switch try reader.next() {
            case .batch(let batch):
                if let damage = batch.damageBefore {
                    meet(damage.finding(in: segment), before: batch, in: index)
                    if fatal != nil { return }
                }
                segments[index].add(
                    Segment.Mark(sequence: batch.first, time: batch.time, offset: batch.offset, lines: linesBefore)
                )
                segments[index].end = batch.end
                segments[index].lines = reader.linesRead
                logHead = batch.commit
                epoch = max(epoch, batch.epoch)
                recordsRead += batch.commit - batch.first
            case .end(let tail):
                return judge(tail, of: index, size: segment.end)
            }
        }
    }

    /// Damage between two batches, which may have cost records or stand there besides.
    private mutating func meet(_ finding: JournalFinding, before batch: BatchReader.ProvenBatch, in index: Int) {
        if batch.first > logHead + 1 {
            lose(logHead + 1...batch.first - 1, finding, in: segments[index].first, segments[index].end)
        } else {
            remarks.append(finding)
        }
    }

    /// Judges what stands behind a segment's last batch.
    private mutating func judge(_ tail: BatchReader.Tail, of index: Int, size: UInt64) {
        guard tail.offset < size else { return }
        let segment = segments[index]
        let finding =
            tail.damage?.finding(in: segment)
            ?? JournalFinding(
                file: segment.name,
                offset: tail.offset,
                sequence: logHead + 1,
                problem: "the records behind byte \(tail.offset) have no commit"
            )
        guard index + 1 < segments.count else {
            if tail.isInterruptedAppend {
                uncommittedBytes = size - tail.offset
            } else {
                fatal = Fatal(finding: finding, goodEnd: segment.end, segment: segment.first)
            }
            return
        }
        let after = segments[index + 1].after
        if after > logHead {
            lose(logHead + 1...after, finding, in: segment.first, segment.end)
            if fatal == nil { logHead = after }
        } else {
            remarks.append(finding)
        }
    }

    /// A segment whose first line can't be read.
    private mutating func takeDefective(_ index: Int) {
        let segment = segments[index]
        let finding = JournalFinding(
            file: segment.name,
            line: 1,
            sequence: segment.first,
            problem: segment.defect ?? "its format is unknown"
        )
        if index + 1 < segments.count {
            let after = max(segments[index + 1].after, segment.first)
            lose(segment.first...after, finding, in: segment.first, nil)
            if fatal == nil { logHead = after }
        } else if segment.isCutShort, segment.first == logHead + 1 {
            // Nothing was ever committed in it: the next append makes it anew.
            uncommittedBytes = segment.end
            leftovers.append(segment.name)
            segments.removeLast()
        } else {
            fatal = Fatal(finding: finding, goodEnd: nil, segment: segment.first)
        }
    }

    /// Notes that records are lost: a gap where a snapshot covers them, else the end of what can be acted on.
    private mutating func lose(
        _ lost: ClosedRange<UInt64>,
        _ finding: JournalFinding,
        in segment: UInt64,
        _ goodEnd: UInt64?
    ) {
        if lost.upperBound <= covered {
            gaps.append(JournalGap(sequences: lost, finding: finding))
        } else {
            fatal = Fatal(finding: finding, goodEnd: goodEnd, segment: segment)
        }
    }
}

extension BatchReader.Damage {
    func finding(in segment: Segment) -> JournalFinding {
        JournalFinding(file: segment.name, line: line, offset: offset, sequence: sequence, problem: problem)
    }
}

extension JournalFinding {
    /// About a segment's file as a whole.
    fileprivate init(_ segment: Segment, _ sequence: UInt64, _ problem: String) {
        self.init(file: segment.name, sequence: sequence, problem: problem)
    }
}
