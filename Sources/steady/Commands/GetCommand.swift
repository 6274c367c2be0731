import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct GetCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "List objects, or show some of them.",
        usage: "steady get (TYPE[,TYPE] [NAME ...] | TYPE/NAME ...) [options]",
        discussion: """
            TYPE is a kind by any of its names: pods, pod, po, deployments.apps; `all` stands for the usual ones.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions
    @OptionGroup var past: PastOptions

    @Argument(help: "What to list, and which of it.")
    var objects: [String]

    @Flag(name: [.customShort("A"), .long], help: "In all namespaces.")
    var allNamespaces = false

    @Option(name: [.customShort("l"), .long], help: "Only what these labels select: a=b,c!=d,e in (x,y),!f.")
    var selector: String?

    @Option(help: "Only what these fields select: status.phase=Running.")
    var fieldSelector: String?

    @Option(
        name: [.customShort("o"), .long],
        help: "How to print it: wide, yaml, json, name, jsonpath=TEMPLATE.",
        transform: OutputFormat.ofTables
    )
    var output: OutputFormat = .table

    @Flag(name: [.customShort("w"), .long], help: "Go on and print what changes.")
    var watch = false

    @Flag(help: "Leave out the headings.")
    var noHeaders = false

    @Flag(help: "Add a column of labels.")
    var showLabels = false

    @Flag(help: "Keep the record of who set which field in YAML and JSON.")
    var showManagedFields = false

    func validate() throws {
        guard !watch || past.at == nil else {
            throw ValidationError("--at shows the past, which doesn't change any more: leave out -w")
        }
        guard ObjectName.namesObjects(objects) else { return }
        guard selector == nil else { throw ValidationError("name cannot be provided when a selector is specified") }
        guard !allNamespaces else {
            throw ValidationError("a resource cannot be retrieved by name across all namespaces")
        }
    }

    func call(_ client: APIClient) async throws {
        let selections = try selections()
        if watch {
            guard selections.count == 1 else {
                throw Failure("you may only specify a single resource type or object with -w")
            }
            return try await follow(selections[0], client)
        }
        let moment = try await past.moment(client)
        if output.isTable {
            try await printTables(selections, moment, client)
        } else {
            try await printObjects(selections, moment, client)
        }
    }

    // MARK: What is meant

    /// All of a kind, or one object.
    private struct Selection {
        var kind: Kind
        var name: String?
    }

    private func selections() throws -> [Selection] {
        guard let first = objects.first else { throw ValidationError("You must say what to get.") }
        if ObjectName.namesObjects(objects) {
            return try ObjectName.keys(objects, namespace: namespaces.namespace)
                .map { Selection(kind: $0.kind, name: $0.name) }
        }
        return try ObjectName.kinds(first).map { Selection(kind: $0) }
    }

    private func target(_ selection: Selection, query: [(name: String, value: String)] = []) -> String {
        var query = query
        if let selector { query.append((name: "labelSelector", value: selector)) }
        if let fieldSelector { query.append((name: "fieldSelector", value: fieldSelector)) }
        return ResourcePath.target(
            selection.kind,
            namespace: allNamespaces ? nil : namespaces.namespace,
            name: selection.name,
            query: query
        )
    }

    // MARK: Tables

    private static let tableType = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"

    private func printer(_ kind: Kind, isOneOfSeveral: Bool) -> TablePrinter {
        TablePrinter(
            isWide: output.isWide,
            hasHeader: !noHeaders,
            showsNamespace: allNamespaces && kind.isNamespaced,
            showsLabels: showLabels,
            namePrefix: isOneOfSeveral ? "\(kind.qualifiedSingular)/" : ""
        )
    }

    private func printTables(_ selections: [Selection], _ moment: AskedMoment, _ client: APIClient) async throws {
        let isOneOfSeveral = Set(selections.map(\.kind)).count > 1
        var printers: [Kind: TablePrinter] = [:]
        var lastKind: Kind?
        var hasFailed = false
        for selection in selections {
            let table: Value
            do {
                table = try await client.get(target(selection, query: moment.query), accept: Self.tableType)
            } catch let refusal as Refusal where selections.count > 1 {
                // The others are still shown.
                Console.note("\(refusal)")
                hasFailed = true
                continue
            }
            guard !(table["rows"]?.array ?? []).isEmpty else { continue }
            if let lastKind, lastKind != selection.kind { Console.line() }
            lastKind = selection.kind
            var printer = printers[selection.kind] ?? printer(selection.kind, isOneOfSeveral: isOneOfSeveral)
            Console.write(printer.text(table))
            printers[selection.kind] = printer
        }
        if hasFailed { throw ExitCode(1) }
        if lastKind == nil {
            let isEverywhere = allNamespaces || selections.allSatisfy { !$0.kind.isNamespaced }
            Console.note("No resources found" + (isEverywhere ? "" : " in \(namespaces.namespace) namespace."))
        }
    }

    // MARK: Objects

    private func printObjects(_ selections: [Selection], _ moment: AskedMoment, _ client: APIClient) async throws {
        var items: [Value] = []
        var isList = selections.count > 1
        for selection in selections {
            let value = try await client.get(target(selection, query: moment.query))
            if let found = value["items"]?.array {
                isList = true
                items += found
            } else {
                items.append(value)
            }
        }
        if !showManagedFields { items = items.map(\.withoutManagedFields) }
        if !isList, let only = items.first {
            return Console.write(try output.text(only))
        }
        let list: Value = [
            "apiVersion": "v1", "items": .array(items), "kind": "List", "metadata": ["resourceVersion": ""],
        ]
        Console.write(try output.text(list))
    }

    // MARK: Watching

    private func follow(_ selection: Selection, _ client: APIClient) async throws {
        let accept = output.isTable ? Self.tableType : "application/json"
        let screen = WatchScreen(printer: printer(selection.kind, isOneOfSeveral: false), format: output)
        // All that is there in one table, so that its columns are wide enough; a missing object is an error at once.
        let before = try await client.get(target(selection), accept: accept)
        for object in output.isTable ? [before] : before["items"]?.array ?? [before] {
            Console.write(try screen.text(object))
        }
        var all = selection
        var query = [
            (name: "watch", value: "true"), (name: "timeoutSeconds", value: WatchScreen.longestSeconds),
            (name: "resourceVersion", value: before["metadata"]?["resourceVersion"]?.string ?? "0"),
        ]
        if let name = selection.name {
            // The API watches one object as a list of it.
            all.name = nil
            query.append((name: "fieldSelector", value: "metadata.name=\(name)"))
        }
        try await client.watch(target(all, query: query), accept: accept) { event in
            guard event.type != "BOOKMARK" else { return }
            Console.write(try screen.text(event.object))
        }
    }
}
