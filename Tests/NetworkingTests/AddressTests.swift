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

        #expect(first == IPv4Address(10, 0, 0, 2))
        #expect(second == IPv4Address(10, 0, 0, 3))
        #expect(pool.allocate(for: "a") == first)
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

    @Test func `an address in use is adopted by its owner and by nobody else`() throws {
        var pool = AddressPool(range: try #require(IPv4Network("10.0.0.0/24")))

        #expect(pool.adopt(owner: "a", address: IPv4Address(10, 0, 0, 7)))
        #expect(pool.adopt(owner: "a", address: IPv4Address(10, 0, 0, 7)))
        #expect(!pool.adopt(owner: "b", address: IPv4Address(10, 0, 0, 7)))
        #expect(!pool.adopt(owner: "a", address: IPv4Address(10, 0, 0, 8)))
        #expect(!pool.adopt(owner: "c", address: IPv4Address(10, 0, 1, 8)))
        #expect(pool.allocate(for: "b") == IPv4Address(10, 0, 0, 8))
    }
}
