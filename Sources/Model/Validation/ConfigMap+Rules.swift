extension ConfigMap {
    func checkRules(_ validation: inout Validation) {
        var size = 0
        for (key, value) in data.sorted(by: { $0.key < $1.key }) {
            validation.dataKey("data", key)
            if binaryData[key] != nil {
                validation.invalid("data[\(key)]", key, "duplicate of key present in binaryData")
            }
            size += value.utf8.count
        }
        for (key, value) in binaryData.sorted(by: { $0.key < $1.key }) {
            validation.dataKey("binaryData", key)
            size += value.bytes.count
        }
        validation.dataSize("data", size)
    }
}

extension Secret {
    /// What the types of secrets that Kubernetes knows must hold.
    private static let demands = [
        "kubernetes.io/dockerconfigjson": [".dockerconfigjson"], "kubernetes.io/dockercfg": [".dockercfg"],
        "kubernetes.io/tls": ["tls.crt", "tls.key"], "kubernetes.io/ssh-auth": ["ssh-privatekey"],
    ]

    func checkRules(_ validation: inout Validation) {
        var size = 0
        for (key, value) in data.sorted(by: { $0.key < $1.key }) {
            validation.dataKey("data", key)
            size += value.bytes.count
        }
        validation.dataSize("data", size)
        for key in Secret.demands[type] ?? [] where data[key] == nil { validation.required("data[\(key)]") }
    }
}

extension Validation {
    fileprivate mutating func dataKey(_ name: String, _ key: String) {
        if let complaint = Names.complaint(aboutConfigKey: key) { invalid("\(name)[\(key)]", key, complaint) }
    }

    fileprivate mutating func dataSize(_ name: String, _ size: Int) {
        let limit = 1024 * 1024
        if size > limit { add(.tooLong, name, "Too long: may not be more than \(limit) bytes") }
    }
}
