/// Steady's own version.
public enum BuildVersion {
    public static let number = "0.1.0"
}
