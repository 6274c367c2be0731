import Testing

@testable import Networking

@Suite struct DNSWireTests {
    let table = DNSTable(.sample, plan: .sample)

    @Test func `a question is read whatever its case and comes back as it was spelled`() throws {
        let packet = DNSWriter.query(id: 7, name: "WEB.Shop.svc.cluster.LOCAL", type: .a)
        let query = try #require(Self.query(packet))

        let response = try #require(DNSResponse(query, 512).complete(table.answer(query.question)))

        #expect(query.question.name == "web.shop.svc.cluster.local")
        #expect(String(decoding: response, as: UTF8.self).contains("Shop"))
        #expect(Lookup(response).records == ["web.shop.svc.cluster.local A 10.65.0.10"])
    }

    @Test func `the wire has these very bytes`() throws {
        let plain = DNSWriter.query(id: 0x0102, name: "web.shop.svc.cluster.local", type: .a).dropLast(11)
        var packet = Array(plain)
        packet[11] = 0
        let query = try #require(Self.query(packet))

        let response = try #require(DNSResponse(query, 512).complete(table.answer(query.question)))

        let name: [UInt8] =
            [3] + Array("web".utf8) + [4] + Array("shop".utf8) + [3] + Array("svc".utf8) + [7]
            + Array("cluster".utf8) + [5] + Array("local".utf8) + [0]
        #expect(
            response == [1, 2, 0x85, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + name + [0, 1, 0, 1]
                + [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, 10, 65, 0, 10]
        )
    }

    @Test func `what does not fit is marked, and what does is whole`() throws {
        let endpoints = (0..<100).map { ServiceRoute.Endpoint(address: IPv4Address(10, 64, 1, $0), port: 1) }
        let many = ServiceRoute(namespace: "a", name: "b", ports: [.init(port: 1, endpoints: endpoints)])
        let table = DNSTable(ServiceTable(services: [many]), plan: .sample)
        let query = try #require(Self.query(DNSWriter.query(id: 3, name: "b.a.svc.cluster.local", type: .a)))
        let answer = table.answer(query.question)

        let small = Lookup(try #require(DNSResponse(query, 512).complete(answer)))
        let large = Lookup(try #require(DNSResponse(query, 65535).complete(answer)))

        #expect(small.isTruncated)
        #expect(small.size <= 512)
        #expect(small.records.count > 20)
        #expect(!large.isTruncated)
        #expect(Set(large.records).count == 100)
        #expect(large.records.first == "b.a.svc.cluster.local A 10.64.1.3")
    }

    @Test func `a name with odd bytes is not taken for another`() throws {
        // One label `web.shop` is not the two labels `web` and `shop`.
        var packet = Array(DNSWriter.query(id: 1, name: "x", type: .a).prefix(12))
        packet[11] = 0
        packet += [8] + Array("web.shop".utf8) + [3] + Array("svc".utf8) + [7] + Array("cluster".utf8)
        packet += [5] + Array("local".utf8) + [0, 0, 1, 0, 1]
        let query = try #require(Self.query(packet))

        let response = try #require(DNSResponse(query, 512).complete(table.answer(query.question)))

        #expect(query.question.name == #"web\046shop.svc.cluster.local"#)
        #expect(Lookup(response).code == .noName)
    }

    @Test func `what is no question is refused or passed over`() {
        var answer = DNSWriter.query(id: 9, name: "a", type: .a)
        answer[2] |= 0x80
        var update = DNSWriter.query(id: 9, name: "a", type: .a)
        update[2] |= 0x28
        var chaos = Array(DNSWriter.query(id: 9, name: "a", type: .a).dropLast(11))
        chaos[11] = 0
        chaos[chaos.count - 1] = 3

        #expect(DNSReading([1, 2, 3][...]) == .silence)
        #expect(DNSReading(answer[...]) == .silence)
        #expect(DNSReading(update[...]) == .refusal(id: 9, .notImplemented))
        #expect(DNSReading(chaos[...]) == .refusal(id: 9, .refused))
        #expect(
            DNSReading(DNSWriter.query(id: 9, name: "a", type: .a).dropLast(13)[...]) == .refusal(id: 9, .formatError)
        )
    }

    @Test(arguments: 0..<8) func `no packet brings it down`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let names = ["web.shop.svc.cluster.local", "5.0.64.10.in-addr.arpa", "_clock-jobs._tcp.marathon.mesos", "a.b"]
        for _ in 0..<1500 {
            var packet = DNSWriter.query(id: 1, name: names[Int(random.next() % 4)], type: .srv)
            for _ in 0...random.next() % 6 {
                packet[Int(random.next() % UInt64(packet.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            if random.next().isMultiple(of: 4) { packet.removeLast(Int(random.next() % UInt64(packet.count))) }

            _ = Lookup(packet)
            if case .query(let query) = DNSReading(packet[...]) {
                let limit = 512
                let response = DNSResponse(query, limit).complete(table.answer(query.question))
                #expect(response?.count ?? 0 <= max(limit, query.questionBytes.count + 23))
            }
        }
    }

    @Test func `pointers that lead in circles end`() {
        let packet: [UInt8] = [0, 1, 0x80, 0, 0, 0, 0, 1, 0, 0, 0, 0] + [0xC0, 14, 0xC0, 12, 1, 97, 0xC0, 12]

        #expect(Lookup(packet).records.isEmpty)
    }

    private static func query(_ packet: [UInt8]) -> DNSQuery? {
        if case .query(let query) = DNSReading(packet[...]) { query } else { nil }
    }
}

/// Numbers that follow from a seed.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
