public import Model

/// The table in which objects of one kind are listed: Kubernetes' columns, cells and words.
public enum KindTable {
    /// Kinds without columns of their own have a name and an age.
    public static func columns(of kind: Kind) -> [Column] {
        switch kind {
        case .app: AppTable.columns
        case .pod: PodTable.columns
        case .deployment: WorkloadTables.deploymentColumns
        case .replicaSet: WorkloadTables.replicaSetColumns
        case .service: ServiceTable.columns
        case .endpointSlice: EndpointSliceTable.columns
        case .node: NodeTable.columns
        case .event: EventTable.columns
        case .namespace: SmallTables.namespaceColumns
        case .configMap: SmallTables.configMapColumns
        case .secret: SmallTables.secretColumns
        }
    }

    /// One cell for each column.
    public static func row(of object: Object, now: Timestamp) -> [Cell] {
        switch object {
        case .app(let app): AppTable.row(of: app, now: now)
        case .pod(let pod): PodTable.row(of: pod, now: now)
        case .deployment(let deployment): WorkloadTables.row(of: deployment, now: now)
        case .replicaSet(let replicaSet): WorkloadTables.row(of: replicaSet, now: now)
        case .service(let service): ServiceTable.row(of: service, now: now)
        case .endpointSlice(let slice): EndpointSliceTable.row(of: slice, now: now)
        case .node(let node): NodeTable.row(of: node, now: now)
        case .event(let event): EventTable.row(of: event, now: now)
        case .namespace(let namespace): SmallTables.row(of: namespace, now: now)
        case .configMap(let configMap): SmallTables.row(of: configMap, now: now)
        case .secret(let secret): SmallTables.row(of: secret, now: now)
        }
    }
}

extension Cell {
    static func age(_ metadata: ObjectMeta, now: Timestamp) -> Cell {
        .text(Age.text(since: metadata.creationTimestamp, now: now))
    }

    /// `<none>` for nothing.
    static func orNone(_ text: String) -> Cell {
        .text(text.isEmpty ? "<none>" : text)
    }
}
