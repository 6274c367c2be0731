/// What is remembered of a repository between two looks.
struct GitWatch {
    static let patience = Duration.milliseconds(500)
    /// When a git that refused or took too long is asked again.
    static let pause = Duration.seconds(10)

    let repository: GitRepository
    private var signature: GitRepository.Signature?
    /// What git was asked and has not answered yet.
    var question: GitQuestion?
    /// When git is to be asked though it hasn't moved.
    var checkDue: Duration?

    init(repository: GitRepository) {
        self.repository = repository
    }

    func isToBeAsked(_ current: GitRepository.Signature, at now: Duration) -> Bool {
        if let checkDue, now >= checkDue { return true }
        return signature != current
    }

    mutating func asked(_ current: GitRepository.Signature) {
        signature = current
        checkDue = nil
    }
}
