/// A pod's life on the heap: a table of them moves pointers, and what one copy alone holds is changed in place.
struct PodCell: @unchecked Sendable {
    // Written only where `isKnownUniquelyReferenced` says that nobody else can see it, and a life can be sent: so cells
    // may be, too.
    private final class Storage {
        var life: PodLife

        init(_ life: PodLife) { self.life = life }
    }

    private var storage: Storage

    init(_ life: PodLife) { storage = Storage(life) }

    var life: PodLife {
        _read { yield storage.life }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.life) }
            yield &storage.life
        }
    }

    mutating func change(_ body: (inout PodLife) -> Void) { body(&life) }
}
