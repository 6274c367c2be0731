// Made by `make generate` from Probe.yaml: change that, not this.

public import YAML

extension Probe {
    private enum Field: Int {
        case exec
        case failureThreshold
        case grpc
        case httpGet
        case initialDelaySeconds
        case periodSeconds
        case successThreshold
        case tcpSocket
        case terminationGracePeriodSeconds
        case timeoutSeconds
    }

    private static let fields = FieldTable(
        "Probe",
        """
        exec failureThreshold grpc httpGet initialDelaySeconds periodSeconds successThreshold tcpSocket \
        terminationGracePeriodSeconds timeoutSeconds
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .exec:
                result.exec = ExecAction.decode(object.value, &context)
            case .failureThreshold:
                result.failureThreshold = context.int32(object.value)
            case .grpc:
                result.grpc = GRPCAction.decode(object.value, &context)
            case .httpGet:
                result.httpGet = HTTPGetAction.decode(object.value, &context)
            case .initialDelaySeconds:
                result.initialDelaySeconds = context.int32(object.value)
            case .periodSeconds:
                result.periodSeconds = context.int32(object.value)
            case .successThreshold:
                result.successThreshold = context.int32(object.value)
            case .tcpSocket:
                result.tcpSocket = TCPSocketAction.decode(object.value, &context)
            case .terminationGracePeriodSeconds:
                result.terminationGracePeriodSeconds = Int.decode(object.value, &context)
            case .timeoutSeconds:
                result.timeoutSeconds = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("exec", exec)
        writer.field("failureThreshold", failureThreshold)
        writer.optional("grpc", grpc)
        writer.optional("httpGet", httpGet)
        writer.field("initialDelaySeconds", initialDelaySeconds)
        writer.field("periodSeconds", periodSeconds)
        writer.field("successThreshold", successThreshold)
        writer.optional("tcpSocket", tcpSocket)
        writer.optional("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
        writer.field("timeoutSeconds", timeoutSeconds)
        writer.endObject()
    }
}

extension Lifecycle {
    private enum Field: Int {
        case postStart, preStop, stopSignal
    }

    private static let fields = FieldTable(
        "Lifecycle",
        "postStart preStop stopSignal"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .postStart:
                result.postStart = LifecycleHandler.decode(object.value, &context)
            case .preStop:
                result.preStop = LifecycleHandler.decode(object.value, &context)
            case .stopSignal:
                result.stopSignal = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("postStart", postStart)
        writer.optional("preStop", preStop)
        writer.optional("stopSignal", stopSignal)
        writer.endObject()
    }
}

extension LifecycleHandler {
    private enum Field: Int {
        case exec, httpGet, sleep, tcpSocket
    }

    private static let fields = FieldTable(
        "LifecycleHandler",
        "exec httpGet sleep tcpSocket"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .exec:
                result.exec = ExecAction.decode(object.value, &context)
            case .httpGet:
                result.httpGet = HTTPGetAction.decode(object.value, &context)
            case .sleep:
                result.sleep = SleepAction.decode(object.value, &context)
            case .tcpSocket:
                result.tcpSocket = TCPSocketAction.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("exec", exec)
        writer.optional("httpGet", httpGet)
        writer.optional("sleep", sleep)
        writer.optional("tcpSocket", tcpSocket)
        writer.endObject()
    }
}

extension ExecAction {
    private enum Field: Int {
        case command
    }

    private static let fields = FieldTable(
        "ExecAction",
        "command"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .command:
                result.command = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("command", command)
        writer.endObject()
    }
}

extension HTTPGetAction {
    private enum Field: Int {
        case host, httpHeaders, path, port, scheme
    }

    private static let fields = FieldTable(
        "HTTPGetAction",
        "host httpHeaders path port scheme"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .host:
                result.host = String.decode(object.value, &context)
            case .httpHeaders:
                result.httpHeaders = [HTTPHeader].decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            case .port:
                result.port = IntOrString.decode(object.value, &context)
            case .scheme:
                result.scheme = URIScheme.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("host", host)
        writer.field("httpHeaders", httpHeaders)
        writer.field("path", path)
        writer.always("port", port)
        writer.field("scheme", scheme)
        writer.endObject()
    }
}

extension HTTPHeader {
    private enum Field: Int {
        case name, value
    }

    private static let fields = FieldTable(
        "HTTPHeader",
        "name value"
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
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.always("value", value)
        writer.endObject()
    }
}

extension SleepAction {
    private enum Field: Int {
        case seconds
    }

    private static let fields = FieldTable(
        "SleepAction",
        "seconds"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .seconds:
                result.seconds = Int.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("seconds", seconds)
        writer.endObject()
    }
}

extension TCPSocketAction {
    private enum Field: Int {
        case host, port
    }

    private static let fields = FieldTable(
        "TCPSocketAction",
        "host port"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .host:
                result.host = String.decode(object.value, &context)
            case .port:
                result.port = IntOrString.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("host", host)
        writer.always("port", port)
        writer.endObject()
    }
}

extension GRPCAction {
    private enum Field: Int {
        case port, service
    }

    private static let fields = FieldTable(
        "GRPCAction",
        "port service"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .port:
                result.port = context.int32(object.value)
            case .service:
                result.service = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("port", port)
        writer.optional("service", service)
        writer.endObject()
    }
}
