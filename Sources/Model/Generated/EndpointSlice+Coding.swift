// Made by `make generate` from EndpointSlice.yaml: change that, not this.

public import YAML

extension EndpointSlice {
    private enum Field: Int {
        case apiVersion, kind, addressType, endpoints, metadata, ports
    }

    private static let fields = FieldTable(
        "EndpointSlice",
        "apiVersion kind addressType endpoints metadata ports"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion, .kind: break
            case .addressType:
                result.addressType = AddressType.decode(object.value, &context)
            case .endpoints:
                result.endpoints = [Endpoint].decode(object.value, &context)
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            case .ports:
                result.ports = [EndpointPort].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.head(Self.kind)
        writer.always("addressType", addressType)
        writer.field("endpoints", endpoints)
        writer.always("metadata", metadata)
        writer.field("ports", ports)
        writer.endObject()
    }
}

extension Endpoint {
    private enum Field: Int {
        case addresses, conditions, deprecatedTopology, hints, hostname, nodeName, targetRef, zone
    }

    private static let fields = FieldTable(
        "Endpoint",
        "addresses conditions deprecatedTopology hints hostname nodeName targetRef zone"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .addresses:
                result.addresses = [String].decode(object.value, &context)
            case .conditions:
                result.conditions = EndpointConditions.decode(object.value, &context)
            case .deprecatedTopology:
                result.deprecatedTopology = [String: String].decode(object.value, &context)
            case .hints:
                result.hints = EndpointHints.decode(object.value, &context)
            case .hostname:
                result.hostname = String.decode(object.value, &context)
            case .nodeName:
                result.nodeName = String.decode(object.value, &context)
            case .targetRef:
                result.targetRef = ObjectReference.decode(object.value, &context)
            case .zone:
                result.zone = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("addresses", addresses)
        writer.always("conditions", conditions)
        writer.field("deprecatedTopology", deprecatedTopology)
        writer.optional("hints", hints)
        writer.optional("hostname", hostname)
        writer.optional("nodeName", nodeName)
        writer.optional("targetRef", targetRef)
        writer.optional("zone", zone)
        writer.endObject()
    }
}

extension EndpointConditions {
    private enum Field: Int {
        case ready, serving, terminating
    }

    private static let fields = FieldTable(
        "EndpointConditions",
        "ready serving terminating"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .ready:
                result.ready = Bool.decode(object.value, &context)
            case .serving:
                result.serving = Bool.decode(object.value, &context)
            case .terminating:
                result.terminating = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("ready", ready)
        writer.optional("serving", serving)
        writer.optional("terminating", terminating)
        writer.endObject()
    }
}

extension EndpointHints {
    private enum Field: Int {
        case forNodes, forZones
    }

    private static let fields = FieldTable(
        "EndpointHints",
        "forNodes forZones"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .forNodes:
                result.forNodes = [ForNode].decode(object.value, &context)
            case .forZones:
                result.forZones = [ForZone].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("forNodes", forNodes)
        writer.field("forZones", forZones)
        writer.endObject()
    }
}

extension ForNode {
    private enum Field: Int {
        case name
    }

    private static let fields = FieldTable(
        "ForNode",
        "name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.endObject()
    }
}

extension ForZone {
    private enum Field: Int {
        case name
    }

    private static let fields = FieldTable(
        "ForZone",
        "name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.endObject()
    }
}

extension EndpointPort {
    private enum Field: Int {
        case appProtocol, name, port, `protocol`
    }

    private static let fields = FieldTable(
        "EndpointPort",
        "appProtocol name port protocol"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .appProtocol:
                result.appProtocol = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .port:
                result.port = context.int32(object.value)
            case .`protocol`:
                result.`protocol` = TransportProtocol.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("appProtocol", appProtocol)
        writer.optional("name", name)
        writer.optional("port", port)
        writer.optional("protocol", `protocol`)
        writer.endObject()
    }
}
