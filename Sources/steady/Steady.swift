import ArgumentParser

@main
struct Steady: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "steady",
        abstract: "Keeps what you run in the shape your manifests describe.",
        discussion: """
            You keep YAML in a directory; `steady watch DIR` makes this machine match it, and keeps it so. \
            The other commands ask the daemon that `watch` runs, or change what it keeps.

            EXIT STATUS
              0   it is done
              1   it could not be done; `diff`, `plan`, `replay`: there are differences; `rehearse`: it would end badly
              2   `diff`, `plan`, `rehearse`, `replay`: it could not be done
              64  the command was not understood
              `exec` ends as the command it ran.
            """,
        version: BuildFacts.full,
        groupedSubcommands: [
            CommandGroup(
                name: "Looking",
                subcommands: [
                    GetCommand.self, DescribeCommand.self, LogsCommand.self, EventsCommand.self, WhyCommand.self,
                    HistoryCommand.self,
                ]
            ),
            CommandGroup(
                name: "Changing",
                subcommands: [
                    ApplyCommand.self, DiffCommand.self, PlanCommand.self, RehearseCommand.self, ValidateCommand.self,
                    RolloutCommand.self, ScaleCommand.self, DeleteCommand.self, PruneCommand.self, ExecCommand.self,
                ]
            ),
            CommandGroup(name: "Running", subcommands: [WatchCommand.self, DownCommand.self]),
            CommandGroup(
                name: "Other",
                subcommands: [JournalCommand.self, ReplayCommand.self, HelloCommand.self, VersionCommand.self]
            ),
        ]
    )
}
