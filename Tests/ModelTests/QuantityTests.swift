import Model
import Testing

@Suite struct QuantityTests {
    @Test(
        arguments: [
            ("0.1", "100m"), ("1000m", "1"), ("1500m", "1500m"), ("128974848", "128974848"), ("123Mi", "123Mi"),
            ("1024Mi", "1Gi"), ("1.5Gi", "1536Mi"), ("0.5Ki", "512"), ("1e3", "1e3"), ("12000", "12k"), ("0", "0"),
            ("-1", "-1"), ("1E3", "1e3"), ("1E", "1E"), ("0.0000000001", "1n"),
            ("100000000000000000000", "9223372036854775807"),
            ("+2", "2"), (".5", "500m"), ("5.", "5"), ("1e-3", "1e-3"), ("0Mi", "0"), ("2000Ki", "2000Ki"),
        ]
    )
    func `an amount is written in its canonical form`(text: String, canonical: String) throws {
        #expect(try Quantity(parsing: text).description == canonical)
    }

    @Test(arguments: ["1e3Ki", "", "a", "1.2.3", "1 Gi", "--1", "1KiB", "1mi"])
    func `what is no amount is refused`(text: String) {
        #expect(throws: QuantityError.self) { try Quantity(parsing: text) }
    }

    @Test func `amounts are compared by their value, however they are written`() {
        #expect(Quantity("100m") == Quantity("0.1"))
        #expect("1Gi" as Quantity > "1G")
        #expect(("500m" as Quantity) + "0.5" == "1")
        #expect((("2.5" as Quantity).milli, ("1Ki" as Quantity).units) == (2500, 1024))
    }
}
