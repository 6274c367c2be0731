import Cluster
import Glibc
import Journaling

/// The key by which Secrets are sealed in the journal: random bytes in a file beside the journal's directory, so that a
/// journal can be given away without its secrets.
struct SecretsKey {
    let path: String
    private let directory: String

    init(directory: String) { self.init(path: "\(directory)/secrets.key") }

    init(path: String) {
        self.path = path
        let parent = path.lastIndex(of: "/").map { path[..<$0] }
        directory = parent.map { $0.isEmpty ? "/" : String($0) } ?? "."
    }

    /// What the journal tells, its Secrets opened. A state directory that has no key yet gets one.
    ///
    /// - Throws: a `Failure` that says what to do where the key is missing or another; nothing has been changed then.
    func recover(_ journal: LocalJournal) throws -> ClusterState {
        do {
            let seal = try read()
            var cluster = try ClusterState(recovering: journal, seal: seal)
            if seal == nil { cluster.seals = Seals(try make()) }
            return cluster
        } catch let error as ClusterError {
            switch error {
            case .unreadable: throw error
            case .sealed:
                throw Failure(
                    "\(error): \(path) is missing. Put it back from where you keep copies of it; no container was "
                        + "touched, and nothing is lost while the journal stays as it is"
                )
            case .notOpened:
                throw Failure(
                    "\(error): \(path) is not the key that it was sealed with, or the journal was tampered with. Put "
                        + "the right key back; no container was touched, and nothing is lost while the journal stays "
                        + "as it is"
                )
            }
        }
    }

    /// Nil where there is no such file.
    func read() throws -> SecretSeal? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw failure("open") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: SecretSeal.keyLength + 1)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure("read") }
        guard let seal = SecretSeal(key: Array(bytes.prefix(count))) else {
            throw Failure("\(path) is no key: a key has \(SecretSeal.keyLength) bytes. Put the right one back")
        }
        return seal
    }

    /// Makes the file, durably and whole: no Secret is sealed by a key that a power failure may take away.
    private func make() throws -> SecretSeal {
        let bytes = (0..<SecretSeal.keyLength).map { _ in UInt8.random(in: .min ... .max) }
        guard let seal = SecretSeal(key: bytes) else { throw Failure("make a key: it has too few bytes") }
        let partial = path + ".partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("make") }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
            rename(partial, path) == 0
        else { throw failure("write") }
        let place = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { throw failure("sync the directory of") }
        defer { close(place) }
        guard fsync(place) == 0 else { throw failure("sync the directory of") }
        return seal
    }

    private func failure(_ what: String) -> Failure {
        Failure("\(what) the key of the journal's secrets, \(path): \(String(cString: strerror(errno)))")
    }
}
