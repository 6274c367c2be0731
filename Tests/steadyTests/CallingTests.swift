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
}

@Suite struct SpanTextTests {
    @Test(arguments: [("90", 90), ("30s", 30), ("5m", 300), ("2h30m", 9000), ("1d", 86400), ("0", 0)])
    func `spans are read`(text: String, seconds: Int) {
        #expect(SpanText.seconds(text) == seconds)
    }

    @Test(arguments: ["", "m", "5x", "-3", "5m3"])
    func `what is no span is not`(text: String) {
        #expect(SpanText.seconds(text) == nil)
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

    @Test func `formats are read, and wrong ones are not`() {
        #expect(OutputFormat(argument: "wide")?.isWide == true)
        #expect(OutputFormat(argument: "jsonpath={.a}") != nil)
        #expect(OutputFormat(argument: "jsonpath={.a") == nil)
        #expect(OutputFormat(argument: "xml") == nil)
    }

    @Test func `who set which field is left out`() {
        let object: Value = ["metadata": ["name": "a", "managedFields": []]]

        #expect(object.withoutManagedFields == ["metadata": ["name": "a"]])
    }
}
