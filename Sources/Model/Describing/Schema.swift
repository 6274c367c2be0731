/// What is known of all types and fields.
public enum Schema {}
