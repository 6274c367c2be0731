/// The directories that the kernel watches for us, and what each is to us. One directory can be several things: the
/// tree's root may also be where a link on the way to it lies.
struct WatchedPlaces {
    struct Place {
        /// As a directory of the tree, reached by these paths.
        var directories: [TreePath] = []
        /// As a step to the root: these names in it count.
        var names: Set<[UInt8]> = []
        /// As git's directory, or its `logs`.
        var isGit = false
    }

    private let inotify: Inotify
    private var places: [Int32: Place] = [:]
    private var next: [Int32: Place] = [:]
    /// How many directories could not be watched, most often for want of `fs.inotify.max_user_watches`.
    private(set) var unwatched = 0
    private var failures = 0

    init(_ inotify: Inotify) {
        self.inotify = inotify
    }

    subscript(watch: Int32) -> Place? { places[watch] }

    /// Begins a new set of places; those that are not added again are let go at ``finish()``.
    mutating func begin() {
        next = [:]
        failures = 0
    }

    /// - Parameter isRequired: whether it matters when the directory isn't there or can't be watched.
    /// - Parameter onlyNames: whether nothing but names that come and go matters in it.
    mutating func add(
        _ directory: [UInt8],
        isRequired: Bool = true,
        onlyNames: Bool = false,
        _ role: (inout Place) -> Void
    ) {
        if let watch = inotify.add(directory, onlyNames: onlyNames) {
            role(&next[watch, default: Place()])
        } else if isRequired {
            failures += 1
        }
    }

    mutating func finish() {
        for watch in places.keys where next[watch] == nil { inotify.remove(watch) }
        places = next
        unwatched = failures
        next = [:]
    }

    /// The kernel has let a watch go, since its directory is gone.
    mutating func forget(_ watch: Int32) {
        places[watch] = nil
    }
}
