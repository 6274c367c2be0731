import Glibc
import YAML

extension WatchLoop {
    /// Reads what was noticed, and delivers it unless more came meanwhile.
    mutating func look() {
        if MonotonicClock.now >= walkDue { notices.everything = true }
        read()
        if hold == .locked, !settling.isUnderWay {
            // At the start, or when a walk was due: there is no haste to see half a checkout.
            notices.everything = true
            return settling.noticed(at: MonotonicClock.now)
        }
        attribute()
        // A set that was read while things moved may be half of the old and half of the new.
        let isDisturbed = absorb(inotify.drain())
        if isDisturbed, settling.mayWait(at: MonotonicClock.now) { return }
        if !reading.isSteady {
            notices.everything = true
            return settling.noticed(at: MonotonicClock.now)
        }
        settling.read()
        if isDisturbed { settling.noticed(at: MonotonicClock.now) }
        if let set = reading.take() { deliver(set) }
    }

    private mutating func read() {
        let reached = Result { () throws(FileTreeError) -> DiskTree in try DiskTree(root: root) }
        tree = try? reached.get()  // the reading tells why there is none
        notices.beingWritten = Set(writers.keys)
        var walked: Set<TreePath> = []
        var places = places
        places.begin()
        reading.update(reached.map { $0 as any FileTree }, notices, now: MonotonicClock.wallNanoseconds) { directory in
            walked.insert(directory)
            places.add(directory, of: tree)
        }
        let isWalk = !walked.isEmpty || tree == nil
        notices.clear()
        guard isWalk else { return }
        for directory in reading.scan.directories.subtracting(walked).sorted() { places.add(directory, of: tree) }
        places.add(RootTrail(to: root))
        findRepository()
        if let git { places.add(git.repository) }
        places.finish()
        self.places = places
        planWalk()
    }

    private mutating func planWalk() {
        let isBlind = places.unwatched > 0
        walkDue = MonotonicClock.now + (isBlind ? options.blindWalkInterval : options.walkInterval)
        reading.remark =
            isBlind
            ? Problem(
                message: "\(places.unwatched) directories can't be watched (see fs.inotify.max_user_watches): "
                    + "all is looked at every \(options.blindWalkInterval) instead",
                severity: .warning
            ) : nil
    }

    private mutating func findRepository() {
        let path = realpath(root, nil)
        defer { free(path) }
        let repository = path.flatMap { GitRepository(enclosing: String(cString: $0)) }
        guard repository != git?.repository else { return }
        _ = git?.question?.take()
        git = repository.map { GitWatch(repository: $0) }
    }

    /// Asks git when it has moved, and a while after an edit: until then an edited file counts as not committed. A git
    /// that doesn't answer at once is not waited for: files count without their commits until it does.
    private mutating func attribute() {
        guard var git else {
            if reading.history != nil { reading.attribute(to: nil) }
            return
        }
        defer { self.git = git }
        if let question = git.question {
            guard question.isAnswered(within: .zero) else { return }
            git.question = nil
            take(question, &git)
        }
        let now = MonotonicClock.now
        let signature = git.repository.signature
        if git.isToBeAsked(signature, at: now) {
            git.asked(signature)
            ask(&git)
        } else if reading.hasGuessedCommits, git.checkDue == nil {
            git.checkDue = now + GitWatch.patience
        }
    }
}

extension WatchLoop {
    private mutating func ask(_ git: inout GitWatch) {
        reading.beginAttribution()
        let question = GitQuestion(root, in: git.repository, previous: reading.history, control)
        if question.isAnswered(within: options.gitPatience) {
            take(question, &git)
        } else {
            git.question = question
        }
    }

    private mutating func take(_ question: GitQuestion, _ git: inout GitWatch) {
        let history = question.take()
        reading.attribute(to: history)
        if history == nil { git.checkDue = MonotonicClock.now + GitWatch.pause }
    }
}

extension WatchedPlaces {
    fileprivate mutating func add(_ directory: TreePath, of tree: DiskTree?) {
        guard let tree else { return }
        add(tree.systemPath(of: directory)) { $0.directories.append(directory) }
    }

    fileprivate mutating func add(_ trail: RootTrail) {
        for step in trail.steps {
            add(Array(step.directory.utf8), onlyNames: true) { $0.names.insert(Array(step.name.utf8)) }
        }
    }

    fileprivate mutating func add(_ repository: GitRepository) {
        for directory in [repository.directory, repository.directory + "/logs"] {
            add(Array(directory.utf8), isRequired: false) { $0.isGit = true }
        }
    }
}
