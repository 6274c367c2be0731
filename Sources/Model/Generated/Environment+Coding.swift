// Made by `make generate` from Environment.yaml: change that, not this.

public import YAML

extension EnvVar {
    private enum Field: String, CaseIterable, Sendable {
        case name, value, valueFrom
    }

    private static let fields = FieldTable<Field>("EnvVar")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .value:
                result.value = String.decode(object.value, &context)
            case .valueFrom:
                result.valueFrom = EnvVarSource.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.field("value", value)
        writer.optional("valueFrom", valueFrom)
        writer.endObject()
    }
}

extension EnvVarSource {
    private enum Field: String, CaseIterable, Sendable {
        case configMapKeyRef, fieldRef, fileKeyRef, resourceFieldRef, secretKeyRef
    }

    private static let fields = FieldTable<Field>("EnvVarSource")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
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
        object.close(&context)
        return result
    }

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
    private enum Field: String, CaseIterable, Sendable {
        case configMapRef, prefix, secretRef
    }

    private static let fields = FieldTable<Field>("EnvFromSource")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .configMapRef:
                result.configMapRef = ConfigMapEnvSource.decode(object.value, &context)
            case .prefix:
                result.prefix = String.decode(object.value, &context)
            case .secretRef:
                result.secretRef = SecretEnvSource.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("configMapRef", configMapRef)
        writer.field("prefix", prefix)
        writer.optional("secretRef", secretRef)
        writer.endObject()
    }
}

extension ConfigMapKeySelector {
    private enum Field: String, CaseIterable, Sendable {
        case key, name, optional
    }

    private static let fields = FieldTable<Field>("ConfigMapKeySelector")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension ObjectFieldSelector {
    private enum Field: String, CaseIterable, Sendable {
        case apiVersion, fieldPath
    }

    private static let fields = FieldTable<Field>("ObjectFieldSelector")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .apiVersion:
                result.apiVersion = String.decode(object.value, &context)
            case .fieldPath:
                result.fieldPath = String.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("apiVersion", apiVersion)
        writer.always("fieldPath", fieldPath)
        writer.endObject()
    }
}

extension FileKeySelector {
    private enum Field: String, CaseIterable, Sendable {
        case key, optional, path, volumeName
    }

    private static let fields = FieldTable<Field>("FileKeySelector")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
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
        object.close(&context)
        return result
    }

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
    private enum Field: String, CaseIterable, Sendable {
        case containerName, divisor, resource
    }

    private static let fields = FieldTable<Field>("ResourceFieldSelector")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .containerName:
                result.containerName = String.decode(object.value, &context)
            case .divisor:
                result.divisor = Quantity.decode(object.value, &context)
            case .resource:
                result.resource = String.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("containerName", containerName)
        writer.always("divisor", divisor)
        writer.always("resource", resource)
        writer.endObject()
    }
}

extension SecretKeySelector {
    private enum Field: String, CaseIterable, Sendable {
        case key, name, optional
    }

    private static let fields = FieldTable<Field>("SecretKeySelector")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension ConfigMapEnvSource {
    private enum Field: String, CaseIterable, Sendable {
        case name, optional
    }

    private static let fields = FieldTable<Field>("ConfigMapEnvSource")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension SecretEnvSource {
    private enum Field: String, CaseIterable, Sendable {
        case name, optional
    }

    private static let fields = FieldTable<Field>("SecretEnvSource")

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = object.next(&context) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        object.close(&context)
        return result
    }

    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}
