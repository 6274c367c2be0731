// Made by `make generate` from Environment.yaml: change that, not this.

public import YAML

extension EnvVar {
    private enum Field: Int {
        case name, value, valueFrom
    }

    private static let fields = FieldTable(
        "EnvVar",
        "name value valueFrom"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .value:
                result.value = String.decode(object.value, &context)
            case .valueFrom:
                result.valueFrom = EnvVarSource.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.field("value", value)
        writer.optional("valueFrom", valueFrom)
        writer.endObject()
    }
}

extension EnvVarSource {
    private enum Field: Int {
        case configMapKeyRef, fieldRef, fileKeyRef, resourceFieldRef, secretKeyRef
    }

    private static let fields = FieldTable(
        "EnvVarSource",
        "configMapKeyRef fieldRef fileKeyRef resourceFieldRef secretKeyRef"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .configMapKeyRef:
                result.configMapKeyRef = ConfigMapKeySelector.decode(object.value, &context)
            case .fieldRef:
                result.fieldRef = ObjectFieldSelector.decode(object.value, &context)
            case .fileKeyRef:
                context.noteUnenforced(object.value)
                result.fileKeyRef = FileKeySelector.decode(object.value, &context)
            case .resourceFieldRef:
                result.resourceFieldRef = ResourceFieldSelector.decode(object.value, &context)
            case .secretKeyRef:
                result.secretKeyRef = SecretKeySelector.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("configMapKeyRef", configMapKeyRef)
        writer.optional("fieldRef", fieldRef)
        writer.optional("fileKeyRef", fileKeyRef)
        writer.optional("resourceFieldRef", resourceFieldRef)
        writer.optional("secretKeyRef", secretKeyRef)
        writer.endObject()
    }
}

extension EnvFromSource {
    private enum Field: Int {
        case configMapRef, prefix, secretRef
    }

    private static let fields = FieldTable(
        "EnvFromSource",
        "configMapRef prefix secretRef"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .configMapRef:
                result.configMapRef = ConfigMapEnvSource.decode(object.value, &context)
            case .prefix:
                result.prefix = String.decode(object.value, &context)
            case .secretRef:
                result.secretRef = SecretEnvSource.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("configMapRef", configMapRef)
        writer.field("prefix", prefix)
        writer.optional("secretRef", secretRef)
        writer.endObject()
    }
}

extension ConfigMapKeySelector {
    private enum Field: Int {
        case key, name, optional
    }

    private static let fields = FieldTable(
        "ConfigMapKeySelector",
        "key name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension ObjectFieldSelector {
    private enum Field: Int {
        case apiVersion, fieldPath
    }

    private static let fields = FieldTable(
        "ObjectFieldSelector",
        "apiVersion fieldPath"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion:
                result.apiVersion = String.decode(object.value, &context)
            case .fieldPath:
                result.fieldPath = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("apiVersion", apiVersion)
        writer.always("fieldPath", fieldPath)
        writer.endObject()
    }
}

extension FileKeySelector {
    private enum Field: Int {
        case key, optional, path, volumeName
    }

    private static let fields = FieldTable(
        "FileKeySelector",
        "key optional path volumeName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            case .volumeName:
                result.volumeName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.optional("optional", optional)
        writer.always("path", path)
        writer.always("volumeName", volumeName)
        writer.endObject()
    }
}

extension ResourceFieldSelector {
    private enum Field: Int {
        case containerName, divisor, resource
    }

    private static let fields = FieldTable(
        "ResourceFieldSelector",
        "containerName divisor resource"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containerName:
                result.containerName = String.decode(object.value, &context)
            case .divisor:
                result.divisor = Quantity.decode(object.value, &context)
            case .resource:
                result.resource = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("containerName", containerName)
        writer.always("divisor", divisor)
        writer.always("resource", resource)
        writer.endObject()
    }
}

extension SecretKeySelector {
    private enum Field: Int {
        case key, name, optional
    }

    private static let fields = FieldTable(
        "SecretKeySelector",
        "key name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension ConfigMapEnvSource {
    private enum Field: Int {
        case name, optional
    }

    private static let fields = FieldTable(
        "ConfigMapEnvSource",
        "name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension SecretEnvSource {
    private enum Field: Int {
        case name, optional
    }

    private static let fields = FieldTable(
        "SecretEnvSource",
        "name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}
