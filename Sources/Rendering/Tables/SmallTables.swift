internal import Model

enum SmallTables {
    static let namespaceColumns: [Column] = [.name, .text("Status", "Active, or on its way out."), .age]
    static let configMapColumns: [Column] = [.name, .number("Data", "How many entries it has."), .age]
    static let secretColumns: [Column] = [
        .name, .text("Type", "What sort of secret it is."), .number("Data", "How many entries it has."), .age,
    ]

    static func row(of namespace: Namespace, now: Timestamp) -> [Cell] {
        [
            .text(namespace.metadata.name),
            .text(namespace.status.phase.rawValue),
            .age(namespace.metadata, now: now),
        ]
    }

    static func row(of configMap: ConfigMap, now: Timestamp) -> [Cell] {
        [
            .text(configMap.metadata.name),
            .number(configMap.data.count + configMap.binaryData.count),
            .age(configMap.metadata, now: now),
        ]
    }

    static func row(of secret: Secret, now: Timestamp) -> [Cell] {
        [
            .text(secret.metadata.name),
            .text(secret.type),
            .number(secret.data.count),
            .age(secret.metadata, now: now),
        ]
    }
}
