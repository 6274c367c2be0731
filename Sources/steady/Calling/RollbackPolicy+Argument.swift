public import ArgumentParser
public import Model

extension RollbackPolicy.Mode: ExpressibleByArgument {}
