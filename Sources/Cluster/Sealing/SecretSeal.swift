internal import CCrypto

/// Hides what nobody may read who has the journal and not the key: AES-256-GCM.
///
/// A pure value: the same words about the same subject always give the same seal, since its nonce is drawn from them
/// and the key, so that a replay writes what was written. Two seals tell whether they hide the same, and nothing else.
public struct SecretSeal: Sendable {
    /// Bytes that a key has.
    public static let keyLength = 32
    private static let nonceLength = 12
    private static let tagLength = 16

    private let key: [UInt8]

    /// - Parameter key: 32 bytes that nobody can guess; nil for another number of bytes.
    public init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        self.key = key
    }

    /// Nonce, hidden text and tag, in a row.
    ///
    /// - Parameter subject: what the text is about; it opens under the same subject alone.
    public func seal(_ plain: [UInt8], about subject: String) -> [UInt8] {
        let subject = Array(subject.utf8)
        // The length first, so that no end of one is taken for the begin of the other.
        let length = withUnsafeBytes(of: UInt64(subject.count).bigEndian) { Array($0) }
        let nonce = code(of: length + subject + plain, for: "nonce").prefix(Self.nonceLength)
        let cipher = Cipher(.seal, key: code(of: [], for: "seal"), nonce: Array(nonce))
        guard let cipher, cipher.authenticate(subject), let hidden = cipher.transform(plain), cipher.finish(),
            let tag = cipher.tag(length: Int32(Self.tagLength))
        else { preconditionFailure("libcrypto does not know AES-256-GCM") }
        return nonce + hidden + tag
    }

    /// The text in a seal; nil where the key or the subject is another, or a byte was changed.
    public func open(_ sealed: [UInt8], about subject: String) -> [UInt8]? {
        guard sealed.count >= Self.nonceLength + Self.tagLength else { return nil }
        let hidden = Array(sealed.dropFirst(Self.nonceLength).dropLast(Self.tagLength))
        let nonce = Array(sealed.prefix(Self.nonceLength))
        guard let cipher = Cipher(.open, key: code(of: [], for: "seal"), nonce: nonce),
            cipher.authenticate(Array(subject.utf8)), let plain = cipher.transform(hidden),
            cipher.expect(Array(sealed.suffix(Self.tagLength))), cipher.finish()
        else { return nil }
        return plain
    }

    /// HMAC-SHA256 by a key of its own for each use.
    private func code(of text: [UInt8], for use: String) -> [UInt8] {
        let own = Self.code(of: Array(use.utf8), by: key)
        return text.isEmpty ? own : Self.code(of: text, by: own)
    }

    private static func code(of text: [UInt8], by key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let result = HMAC(EVP_sha256(), key, Int32(key.count), text, text.count, &code, &length)
        precondition(result != nil, "libcrypto does not know HMAC-SHA256")
        return Array(code.prefix(Int(length)))
    }
}

extension SecretSeal: CustomStringConvertible {
    /// Its key belongs into no message.
    public var description: String { "SecretSeal" }
}

/// One run of AES-256-GCM. Each step tells whether it went well.
private final class Cipher {
    enum Direction: Int32 {
        case open = 0
        case seal = 1
    }

    private let context: OpaquePointer

    init?(_ direction: Direction, key: [UInt8], nonce: [UInt8]) {
        guard let context = EVP_CIPHER_CTX_new() else { return nil }
        self.context = context
        guard EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce, direction.rawValue) == 1 else {
            return nil
        }
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Takes in what is not hidden and must not be changed.
    func authenticate(_ text: [UInt8]) -> Bool {
        guard let count = Int32(exactly: text.count) else { return false }
        var done: Int32 = 0
        return EVP_CipherUpdate(context, nil, &done, text, count) == 1
    }

    func transform(_ text: [UInt8]) -> [UInt8]? {
        guard let count = Int32(exactly: text.count) else { return nil }
        var result = [UInt8](repeating: 0, count: text.count)
        var done: Int32 = 0
        guard text.isEmpty || EVP_CipherUpdate(context, &result, &done, text, count) == 1 else { return nil }
        return result
    }

    /// Ends the run; false where the tag is not that of what was taken in.
    func finish() -> Bool {
        var rest = [UInt8](repeating: 0, count: 16)
        var done: Int32 = 0
        return EVP_CipherFinal_ex(context, &rest, &done) == 1
    }

    func tag(length: Int32) -> [UInt8]? {
        var tag = [UInt8](repeating: 0, count: Int(length))
        return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, length, &tag) == 1 ? tag : nil
    }

    func expect(_ tag: [UInt8]) -> Bool {
        var tag = tag
        return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
    }
}
