/// What must be known of a sandbox to start containers in it and to take it down, also by a later daemon: the file
/// `spec` in the sandbox's directory, `key=value` to a line.
struct SandboxRecord: Sendable, Hashable {
    /// What 0 inside is outside; `nil` for the host's users.
    var firstID: UInt32?
    var hasOwnNetwork = false
    /// The host's end of the pod's cable.
    var hostInterface: String?
    /// The pod's own address.
    var address: String?
    var sharesHostIPC = false
    var sharesHostProcesses = false
    var hasHostsFile = false
    var hasResolvConf = false

    init(_ spec: SandboxSpec) {
        if case .range(let start) = spec.identities { firstID = start }
        hasOwnNetwork = spec.network != .host
        if case .own(let link) = spec.network { (hostInterface, address) = (link.hostInterface, link.address) }
        sharesHostIPC = spec.sharesHostIPC
        sharesHostProcesses = spec.sharesHostProcesses
        hasHostsFile = !spec.hostsFile.isEmpty
        hasResolvConf = !spec.resolvConf.isEmpty
    }

    init(text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "firstID": firstID = UInt32(parts[1])
            case "ownNetwork": hasOwnNetwork = parts[1] == "true"
            case "hostInterface": hostInterface = parts[1]
            case "address": address = parts[1]
            case "hostIPC": sharesHostIPC = parts[1] == "true"
            case "hostProcesses": sharesHostProcesses = parts[1] == "true"
            case "hostsFile": hasHostsFile = parts[1] == "true"
            case "resolvConf": hasResolvConf = parts[1] == "true"
            default: break  // from a later version, which knows how to do without
            }
        }
    }

    var text: String {
        var lines: [String] = []
        if let firstID { lines.append("firstID=\(firstID)") }
        lines.append("ownNetwork=\(hasOwnNetwork)")
        if let hostInterface { lines.append("hostInterface=\(hostInterface)") }
        if let address { lines.append("address=\(address)") }
        lines.append("hostIPC=\(sharesHostIPC)")
        lines.append("hostProcesses=\(sharesHostProcesses)")
        lines.append("hostsFile=\(hasHostsFile)")
        lines.append("resolvConf=\(hasResolvConf)")
        return lines.joined(separator: "\n") + "\n"
    }
}
