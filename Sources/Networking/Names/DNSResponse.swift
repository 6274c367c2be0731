/// Makes packets of answers.
struct DNSResponse {
    private let query: DNSQuery
    private let limit: Int

    /// - Parameter limit: how large the packet may be.
    init(_ query: DNSQuery, _ limit: Int) {
        self.query = query
        self.limit = limit
    }

    /// The packet for an answer; `nil` when somebody else has to be asked first.
    func complete(_ answer: DNSAnswer) -> [UInt8]? {
        switch answer {
        case .records(let records, let additional):
            return DNSWriter.response(to: query, answers: turned(records), additional: additional, limit: limit)
        case .noData(let zone):
            return DNSWriter.response(to: query, authority: [DNSTable.authority(of: zone)], limit: limit)
        case .noName(let zone):
            let authority = [DNSTable.authority(of: zone)]
            return DNSWriter.response(to: query, code: .noName, authority: authority, limit: limit)
        case .alias, .forward:
            return nil
        }
    }

    /// An alias, and what another server said of the name that it stands for.
    func complete(_ alias: DNSRecord, with records: [DNSRecord]) -> [UInt8] {
        DNSWriter.response(to: query, isAuthoritative: false, answers: [alias] + records, limit: limit)
    }

    var failure: [UInt8] {
        DNSWriter.response(to: query, code: .serverFailure, isAuthoritative: false, limit: limit)
    }

    /// Addresses begin at another one for each question: many askers take the first.
    private func turned(_ records: [DNSRecord]) -> [DNSRecord] {
        guard records.count > 1, records.allSatisfy({ $0.type == .a }) else { return records }
        let start = Int(query.id) % records.count
        return Array(records[start...] + records[..<start])
    }
}
