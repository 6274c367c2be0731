// Made by `make generate` from PersistentVolumeClaim.yaml: change that, not this.

public import YAML

extension PersistentVolumeClaimTemplate {
    private enum Field: Int {
        case metadata, spec
    }

    private static let fields = FieldTable(
        "PersistentVolumeClaimTemplate",
        "metadata spec"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            case .spec:
                result.spec = PersistentVolumeClaimSpec.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("metadata", metadata)
        writer.always("spec", spec)
        writer.endObject()
    }
}

extension PersistentVolumeClaimSpec {
    private enum Field: Int {
        case accessModes
        case dataSource
        case dataSourceRef
        case resources
        case selector
        case storageClassName
        case volumeAttributesClassName
        case volumeMode
        case volumeName
    }

    private static let fields = FieldTable(
        "PersistentVolumeClaimSpec",
        """
        accessModes dataSource dataSourceRef resources selector storageClassName volumeAttributesClassName \
        volumeMode volumeName
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .accessModes:
                result.accessModes = [String].decode(object.value, &context)
            case .dataSource:
                result.dataSource = TypedLocalObjectReference.decode(object.value, &context)
            case .dataSourceRef:
                result.dataSourceRef = TypedObjectReference.decode(object.value, &context)
            case .resources:
                result.resources = VolumeResourceRequirements.decode(object.value, &context)
            case .selector:
                result.selector = LabelSelector.decode(object.value, &context)
            case .storageClassName:
                result.storageClassName = String.decode(object.value, &context)
            case .volumeAttributesClassName:
                result.volumeAttributesClassName = String.decode(object.value, &context)
            case .volumeMode:
                result.volumeMode = String.decode(object.value, &context)
            case .volumeName:
                result.volumeName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("accessModes", accessModes)
        writer.optional("dataSource", dataSource)
        writer.optional("dataSourceRef", dataSourceRef)
        writer.always("resources", resources)
        writer.optional("selector", selector)
        writer.optional("storageClassName", storageClassName)
        writer.optional("volumeAttributesClassName", volumeAttributesClassName)
        writer.optional("volumeMode", volumeMode)
        writer.field("volumeName", volumeName)
        writer.endObject()
    }
}

extension VolumeResourceRequirements {
    private enum Field: Int {
        case limits, requests
    }

    private static let fields = FieldTable(
        "VolumeResourceRequirements",
        "limits requests"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .limits:
                result.limits = [String: Quantity].decode(object.value, &context)
            case .requests:
                result.requests = [String: Quantity].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("limits", limits)
        writer.field("requests", requests)
        writer.endObject()
    }
}
