/// Ways to make a story simpler that change something other than how many chapters it has.
extension Script {
    /// Each simpler in one respect; what is simple already gives none.
    var simplerOnes: [Script] { calmer + smaller + plainer + sooner }

    func leavingOut(_ places: Range<Int>) -> Script {
        var script = self
        script.chapters.removeSubrange(places)
        return script
    }

    private func changed(_ change: (inout Script) -> Void) -> Script {
        var script = self
        change(&script)
        return script
    }

    /// Less to bear.
    private var calmer: [Script] {
        var scripts: [Script] = []
        func offer<Value: Equatable>(_ path: WritableKeyPath<Weather, Value>, _ value: Value) {
            if weather[keyPath: path] != value { scripts.append(changed { $0.weather[keyPath: path] = value }) }
        }
        offer(\.machines, .calm)
        offer(\.machines.sandboxFailures, 0)
        offer(\.machines.startFailures, 0)
        offer(\.machines.lostNotices, 0)
        offer(\.machines.doubledNotices, 0)
        offer(\.traffic, .calm)
        offer(\.traffic.delay, Traffic.calm.delay)
        offer(\.traffic.probeDelay, Traffic.calm.probeDelay)
        offer(\.traffic.lostReports, 0)
        offer(\.traffic.doubledReports, 0)
        offer(\.traffic.lostProbes, 0)
        offer(\.traffic.volumeFailures, 0)
        return scripts
    }

    /// Fewer nodes, and with room; fewer workloads, the last ones first, with what is done about them.
    private var smaller: [Script] {
        var scripts: [Script] = []
        if weather.nodes.count > 1 { scripts.append(changed { $0.weather.nodes.removeLast() }) }
        let roomy = Array(repeating: Weather.NodeSize(milliCPU: 8000, pods: 110), count: weather.nodes.count)
        if weather.nodes != roomy { scripts.append(changed { $0.weather.nodes = roomy }) }
        if directory.workloads.count > 1 {
            let last = directory.workloads.count - 1
            scripts.append(
                changed { script in
                    script.directory = WatchedDirectory(
                        Array(directory.workloads.dropLast()),
                        serviceTracks: Array(directory.serviceTracks.dropLast())
                    )
                    script.chapters.removeAll { $0.edit?.workload == last }
                }
            )
        }
        return scripts
    }

    /// Workloads that have less about them.
    private var plainer: [Script] {
        directory.workloads.indices.flatMap { index -> [Script] in
            let workload = directory.workloads[index]
            var scripts = workload.traits.sorted { $0.rawValue < $1.rawValue }.map { trait in
                changing(index) { $0.traits.remove(trait) }
            }
            if !workload.traits.isEmpty { scripts.insert(changing(index) { $0.traits = [] }, at: 0) }
            if workload.annotations != "{}" { scripts.append(changing(index) { $0.annotations = "{}" }) }
            if workload.minReady > 0 { scripts.append(changing(index) { $0.minReady = 0 }) }
            if workload.program != "serve" { scripts.append(changing(index) { $0.program = "serve" }) }
            if workload.replicas > 1 { scripts.append(changing(index) { $0.replicas = 1 }) }
            if directory.serviceTracks[index] != nil {
                scripts.append(changed { $0.directory.apply(.service(index, track: nil)) })
            }
            return scripts
        }
    }

    private func changing(_ index: Int, _ change: (inout Workload) -> Void) -> Script {
        var workloads = directory.workloads
        change(&workloads[index])
        let plainer = WatchedDirectory(workloads, serviceTracks: directory.serviceTracks)
        return changed { $0.directory = plainer }
    }

    /// Left alone right after the last chapter.
    private var sooner: [Script] {
        let end = (chapters.last?.after ?? .zero) + .seconds(1)
        return length > end ? [changed { $0.length = end }] : []
    }
}

extension Chapter {
    fileprivate var edit: Edit? { if case .edit(let edit) = deed { edit } else { nil } }
}
