/// Names of the environment variables that Marathon makes from labels and from names of ports.
public enum MarathonVariable {
    /// Runs of other characters than ASCII letters, digits and `_` become one `_`; all in capitals.
    ///
    /// Different texts may give one name: `a-b` and `a.b` are both `A_B`.
    public static func name(of text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isKept || scalar == "_" {
                name.unicodeScalars.append(scalar)
            } else if name.last != "_" {
                name += "_"
            }
        }
        return name.uppercased()
    }
}
