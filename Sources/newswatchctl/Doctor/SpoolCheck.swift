import Glibc

/// The spool's folders: there, of the right owner and mode, on one file system, and open to this user.
struct SpoolCheck {
    let path: String
    /// The daemon's user; `nil` where it has none.
    let owner: uid_t?
    let isSystem: Bool

    /// As systemd/newswatch.tmpfiles makes them; a daemon started by hand makes all of them 0700.
    private static let modes: [(name: String, mode: mode_t)] = [
        ("in", 0o3730), ("work", 0o700), ("archive", 0o700), ("quarantine", 0o700),
    ]

    func findings() -> [Finding] {
        var findings: [Finding] = []
        var devices: Set<dev_t> = []
        for (name, mode) in Self.modes {
            let folder = "\(path)/\(name)"
            var status = stat()
            guard stat(folder, &status) == 0 else {
                let reason = String(cString: strerror(errno))
                findings.append(
                    finding(.bad, "\(folder): \(reason)", isSystem ? tmpfiles : "start newswatchd, which makes it"))
                continue
            }
            devices.insert(status.st_dev)
            if let owner, status.st_uid != owner {
                findings.append(
                    finding(
                        .bad, "\(folder) belongs to uid \(status.st_uid), not to the daemon's \(owner)",
                        isSystem ? tmpfiles : "sudo chown \(owner) \(folder)"))
            }
            let wanted = isSystem ? mode : 0o700
            if status.st_mode & 0o7777 != wanted {
                let text = String(status.st_mode & 0o7777, radix: 8)
                findings.append(
                    finding(
                        isSystem ? .bad : .warning, "\(folder) has mode \(text), not \(String(wanted, radix: 8))",
                        isSystem ? tmpfiles : "chmod \(String(wanted, radix: 8)) \(folder)"))
            }
        }
        if devices.count > 1 {
            findings.append(
                finding(
                    .bad, "the folders in \(path) are on \(devices.count) file systems, between which no rename works",
                    "unmount what is mounted on one of them, or move the spool: [spool] directory"))
        }
        let folder = path + "/in"
        if access(folder, F_OK) == 0, access(folder, W_OK) != 0 {
            findings.append(finding(.warning, "you may not drop files into \(folder)", Failure.join("newswatch")))
        }
        return findings.isEmpty ? [finding(.good, "\(folder) can be dropped into", nil)] : findings
    }

    /// It makes what is missing, and sets owner and mode of what is there.
    private var tmpfiles: String { "sudo systemd-tmpfiles --create newswatch.conf" }

    private func finding(_ verdict: Finding.Verdict, _ detail: String, _ cure: String?) -> Finding {
        Finding(check: "spool", verdict: verdict, detail: detail, cure: cure)
    }
}
