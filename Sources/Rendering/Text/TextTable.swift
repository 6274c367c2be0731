/// Lays out rows in columns as kubectl does: three spaces between, the last column ragged.
///
/// Widths are remembered from row to row, so that what a watch adds later stands under what was there before.
public struct TextTable: Sendable {
    private static let padding = 3
    private static let narrowest = 6
    private var widths: [Int] = []

    public init() {}

    /// One line for each row, each ended by a newline.
    public mutating func lay(_ rows: [[String]]) -> String {
        for row in rows {
            for (column, cell) in row.enumerated() {
                let width = max(cell.count + Self.padding, Self.narrowest)
                if column < widths.count {
                    widths[column] = max(widths[column], width)
                } else {
                    widths.append(width)
                }
            }
        }
        return rows.map(line).joined()
    }

    private func line(_ row: [String]) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            line += cell
            if column + 1 < row.count {
                line += String(repeating: " ", count: widths[column] - cell.count)
            }
        }
        return line + "\n"
    }
}
