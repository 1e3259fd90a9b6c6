/// Version of the three programs, which are always released together.
public let newswatchVersion = "0.1.0"
