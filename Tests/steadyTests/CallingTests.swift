import ArgumentParser
import Glibc
import Model
import Rendering
import Testing
import YAML

@testable import steady

@Suite struct StateDirectoryTests {
    @Test func `what is named wins over the environment, and that over the account`() {
        let environment = ["STEADY_STATE": "/srv/state", "HOME": "/home/ada"]

        #expect(StateDirectory(named: "/a", environment: environment).path == "/a")
        #expect(StateDirectory(named: nil, environment: environment).path == "/srv/state")
        #expect(StateDirectory(named: nil, environment: [:], isRoot: true).path == "/var/lib/steady")
        #expect(
            StateDirectory(named: nil, environment: ["HOME": "/home/ada"], isRoot: false).path
                == "/home/ada/.local/state/steady"
        )
        #expect(
            StateDirectory(named: nil, environment: ["XDG_STATE_HOME": "/x"], isRoot: false).path == "/x/steady"
        )
        #expect(StateDirectory(named: "a", environment: [:]).path.hasPrefix("/"))
    }

    @Test func `one directory has one name, however it is called`() throws {
        let place = try TemporaryDirectory()
        try place.makeDirectory("state")
        try place.link("link", to: "state")

        let names = ["state", "state/", "state//", "./state", "other/../state", "link", "link/"]
        let found = names.map { StateDirectory(named: "\(place.path)/\($0)", environment: [:]) }

        #expect(Set(found.map(\.path)) == [place.path + "/state"])
        #expect(Set(found.map(\.instance)).count == 1)
        #expect(StateDirectory(named: "/missing//a/./b/../c/", environment: [:]).path == "/missing/a/c")
        #expect(StateDirectory(named: "//", environment: [:]).path == "/")
    }

    @Test(arguments: ["a/b", "a/b/", "a//b"])
    func `it is made for its owner alone`(name: String) throws {
        let place = try TemporaryDirectory()

        try StateDirectory(named: "\(place.path)/\(name)", environment: [:]).make()

        #expect(place.mode("a") == 0o755)
        #expect(place.mode("a/b") == 0o700)
    }

    @Test(arguments: [nil, "journal"])
    func `one that is open to others is closed when it is Steady's or empty`(content: String?) throws {
        let place = try TemporaryDirectory()
        try place.makeDirectory("state", mode: 0o777)
        if let content { try place.makeDirectory("state/\(content)") }

        try StateDirectory(named: "\(place.path)/state", environment: [:]).make()

        #expect(place.mode("state") == 0o700)
    }

    @Test func `one that holds other things is refused and left as it is`() throws {
        let place = try TemporaryDirectory()
        try place.makeDirectory("state", mode: 0o755)
        try place.write("", to: "state/precious")

        let failure = #expect(throws: Failure.self) {
            try StateDirectory(named: "\(place.path)/state", environment: [:]).make()
        }

        #expect(failure?.description.contains("holds what is not Steady's") == true)
        #expect(place.mode("state") == 0o755)
    }
}

@Suite struct ObjectNameTests {
    @Test func `objects are named as kubectl lets one name them`() throws {
        let web = ObjectKey(.pod, namespace: "g", name: "web")
        let service = ObjectKey(.service, namespace: "g", name: "web")

        #expect(try ObjectName.keys(["pod", "web"], namespace: "g") == [web])
        #expect(try ObjectName.keys(["po/web", "svc/web"], namespace: "g") == [web, service])
        #expect(try ObjectName.keys(["pods,services", "web"], namespace: "g") == [web, service])
        #expect(try ObjectName.key("web", namespace: "g", default: .pod) == web)
        #expect(try ObjectName.key("node/a", namespace: "g") == ObjectKey(.node, name: "a"))
        #expect(try ObjectName.kinds("all").prefix(2) == [.pod, .service])
    }

    @Test func `an unknown kind is told with the nearest known one`() {
        let failure = #expect(throws: Failure.self) { try ObjectName.kind("deplyoment") }

        #expect(failure?.description.contains("did you mean deployment?") == true)
    }

    @Test(arguments: ["pods/", "/web", "pods/a/b", "/"])
    func `half a name is none`(text: String) {
        let failure = #expect(throws: Failure.self) { try ObjectName.keys([text], namespace: "g") }

        #expect(
            failure?.description
                == "\(text): arguments in resource/name form must have a single resource and name"
        )
    }
}

@Suite struct SpanTests {
    @Test(arguments: [("90", 90), ("30s", 30), ("5m", 300), ("2h30m", 9000), ("1d", 86400), ("0", 0)])
    func `spans are read`(text: String, seconds: Int) {
        #expect(Span.seconds(text) == seconds)
    }

    @Test(arguments: ["", "m", "5x", "-3", "5m3", "99999999999999999w", "9223372036854775807s1s", "٣m"])
    func `what is no span is not`(text: String) {
        #expect(Span.seconds(text) == nil)
    }
}

@Suite struct TablePrinterTests {
    private static let table: Value = [
        "columnDefinitions": [
            ["name": "Name", "format": "name", "priority": 0], ["name": "Ready", "format": "", "priority": 0],
            ["name": "Node", "format": "", "priority": 1],
        ],
        "rows": [
            [
                "cells": ["web", "1/1", "n"],
                "object": ["metadata": ["namespace": "g", "labels": ["b": "2", "a": "1"]]],
            ]
        ],
    ]

    @Test func `usual columns are printed, and all when wide`() {
        var usual = TablePrinter()
        var wide = TablePrinter(isWide: true)

        #expect(usual.text(Self.table) == "NAME   READY\nweb    1/1\n")
        #expect(wide.text(Self.table) == "NAME   READY   NODE\nweb    1/1     n\n")
    }

    @Test func `namespaces, labels and kinds are added where asked for`() {
        var printer = TablePrinter(showsNamespace: true, showsLabels: true, namePrefix: "pod/")

        #expect(
            printer.text(Self.table)
                == "NAMESPACE   NAME      READY   LABELS\ng           pod/web   1/1     a=1,b=2\n"
        )
    }

    @Test func `a cell of several lines, or with controls, doesn't break the table`() {
        let table: Value = [
            "columnDefinitions": [["name": "Name"], ["name": "Command"]],
            "rows": [["cells": ["web", "echo \u{1B}[31m\tone\necho two"]], ["cells": ["db", "sleep"]]],
        ]
        var printer = TablePrinter()

        #expect(printer.text(table) == "NAME   COMMAND\nweb    echo \\x1b[31m\\tone...\ndb     sleep\n")
    }

    @Test func `headings are printed once`() {
        var printer = TablePrinter()

        _ = printer.text(Self.table)

        #expect(printer.text(Self.table) == "web    1/1\n")
    }
}

@Suite struct OutputFormatTests {
    @Test func `names tell kind and group`() throws {
        let list: Value = [
            "items": [
                ["apiVersion": "v1", "kind": "Pod", "metadata": ["name": "a"]],
                ["apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "b"]],
            ]
        ]

        #expect(try OutputFormat.name.text(list) == "pod/a\ndeployment.apps/b\n")
    }

    @Test func `formats are read, and wrong ones are not`() throws {
        #expect(try OutputFormat.ofTables("wide").isWide)
        #expect(throws: Never.self) { try OutputFormat.ofData("jsonpath={.a}") }
        for format in ["wide", "xml", ""] {
            #expect(throws: ValidationError.self) { try OutputFormat.ofObjects(format) }
        }
        #expect(throws: ValidationError.self) { try OutputFormat.ofData("name") }
    }

    @Test func `a mistake in a template is told with its place`() {
        let error = #expect(throws: ValidationError.self) { try OutputFormat.ofTables("jsonpath={.items[}") }

        #expect(error?.message == "jsonpath {.items[}: at character 9: a name is missing")
    }

    @Test func `who set which field is left out`() {
        let object: Value = ["metadata": ["name": "a", "managedFields": []]]

        #expect(object.withoutManagedFields == ["metadata": ["name": "a"]])
    }
}
