/// Steady's own version.
public enum BuildVersion {
    public static let text = "0.1.0"
}
