import Networking
import Testing

@Suite struct AddressTests {
    @Test func `an address reads and writes as four numbers`() {
        #expect(IPv4Address("10.64.0.1") == IPv4Address(10, 64, 0, 1))
        #expect(IPv4Address(255, 0, 12, 9).description == "255.0.12.9")
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1..2.3", "1.2.3.x", " 1.2.3.4", "1.2.3.4 "])
    func `what is not an address is refused`(text: String) {
        #expect(IPv4Address(text) == nil)
    }

    @Test func `a network knows its bounds`() throws {
        let network = try #require(IPv4Network("10.64.0.0/16"))

        #expect(network.last == IPv4Address(10, 64, 255, 255))
        #expect(network.contains(IPv4Address(10, 64, 3, 4)))
        #expect(!network.contains(IPv4Address(10, 65, 0, 0)))
        #expect(network.overlaps(IPv4Network(containing: IPv4Address(10, 64, 7, 0), prefixLength: 24)))
        #expect(network.overlaps(IPv4Network(containing: IPv4Address(0, 0, 0, 0), prefixLength: 0)))
        #expect(IPv4Network("10.64.0.1/16") == nil)
        #expect(IPv4Network("10.64.0.0/33") == nil)
    }

    @Test func `a pool gives each owner one address and keeps it`() throws {
        var pool = AddressPool(range: try #require(IPv4Network("10.0.0.0/29")), reserved: [IPv4Address(10, 0, 0, 1)])

        let first = pool.allocate(for: "a")
        let second = pool.allocate(for: "b")
        let again = pool.allocate(for: "a")

        #expect(first == IPv4Address(10, 0, 0, 2))
        #expect(second == IPv4Address(10, 0, 0, 3))
        #expect(again == first)
        #expect(pool.owner(of: IPv4Address(10, 0, 0, 3)) == "b")
        #expect(pool.owner(of: IPv4Address(10, 0, 0, 1)) == nil)
    }

    @Test func `a released address comes again only after all others`() throws {
        var pool = AddressPool(range: try #require(IPv4Network("10.0.0.0/29")), reserved: [IPv4Address(10, 0, 0, 1)])
        _ = pool.allocate(for: "a")
        pool.release(owner: "a")

        let order = ["b", "c", "d", "e", "f", "g"].map { pool.allocate(for: $0)?.description }

        #expect(order == ["10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.2", nil])
    }

    @Test func `a pool goes on at the place to which a number leads, round and round`() throws {
        let range = try #require(IPv4Network("10.0.0.0/24"))
        let given = [0, 5, 255, 256 + 5, 5 * 256 + 7, UInt64.max].map { number in
            var pool = AddressPool(range: range, reserved: [IPv4Address(10, 0, 0, 1)])
            _ = pool.adopt(owner: "old", address: IPv4Address(10, 0, 0, 5))
            pool.goOn(from: number)
            return ["a", "b"].map { pool.allocate(for: $0)?.description ?? "" }.joined(separator: " ")
        }

        #expect(
            given == [
                "10.0.0.2 10.0.0.3", "10.0.0.6 10.0.0.7", "10.0.0.2 10.0.0.3", "10.0.0.6 10.0.0.7",
                "10.0.0.7 10.0.0.8", "10.0.0.2 10.0.0.3",
            ]
        )
    }

    @Test func `an address in use is adopted by its owner and by nobody else`() throws {
        var pool = AddressPool(range: try #require(IPv4Network("10.0.0.0/24")))

        let answers = [("a", 7), ("a", 7), ("b", 7), ("a", 8), ("c", 0)].map { owner, last in
            pool.adopt(owner: owner, address: IPv4Address(10, 0, 0, UInt8(last)))
        }
        let outside = pool.adopt(owner: "d", address: IPv4Address(10, 0, 1, 8))
        let next = pool.allocate(for: "b")

        #expect(answers == [true, true, false, false, false])
        #expect(!outside)
        #expect(next == IPv4Address(10, 0, 0, 8))
    }
}
