import Glibc

/// Room on the file systems that the daemon writes to.
struct DiskCheck {
    let folders: [String]

    /// Under a twentieth free is a warning, under 64 MiB or a hundredth of the inodes is bad: a batch of large files
    /// fills that in a moment.
    func findings() -> [Finding] {
        var seen: Set<UInt> = []
        var findings: [Finding] = []
        for folder in folders {
            var status = statvfs()
            guard statvfs(folder, &status) == 0, seen.insert(status.f_fsid).inserted else { continue }
            let free = Int(status.f_bavail) * Int(status.f_frsize)
            let share = Double(status.f_bavail) / Double(max(1, status.f_blocks))
            let inodes = status.f_files == 0 ? 1 : Double(status.f_favail) / Double(status.f_files)
            let text = "\(folder): \(free >> 20) MiB free (\(Int(share * 100)) %)"
            let isBad = free < 64 << 20 || inodes < 0.01
            let cure = "make room, or set [archive] retention-days; the daemon takes files again by itself"
            let detail = inodes < 0.01 ? text + ", and nearly no inodes" : text
            findings.append(
                Finding(
                    check: "disk", verdict: isBad ? .bad : share < 0.05 ? .warning : .good, detail: detail,
                    cure: isBad || share < 0.05 ? cure : nil))
        }
        return findings
    }
}

/// The archive's file.
struct DatabaseCheck {
    let path: String
    let owner: uid_t?

    func finding() -> Finding {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = errno
            if reason == EACCES {
                return Finding(check: "database", verdict: .good, detail: "\(path) is for root and the daemon to see")
            }
            return Finding(
                check: "database", verdict: .warning, detail: "\(path): \(String(cString: strerror(reason)))",
                cure: "start the daemon, which makes it")
        }
        if let owner, status.st_uid != owner {
            return Finding(
                check: "database", verdict: .bad, detail: "\(path) belongs to uid \(status.st_uid), not to \(owner)",
                cure: "sudo chown -R \(owner) \(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 })")
        }
        return Finding(check: "database", verdict: .good, detail: "\(path), \(Int(status.st_size) >> 10) KiB")
    }
}

/// The kernel's limits for those who watch folders.
struct InotifyCheck {
    let spool: String

    /// One instance, and one watch for each folder that files are dropped in.
    func finding() -> Finding {
        let folder = "/proc/sys/fs/inotify/"
        guard let watches = Self.number(folder + "max_user_watches"),
            let instances = Self.number(folder + "max_user_instances")
        else {
            return Finding(
                check: "inotify", verdict: .warning, detail: "the kernel has no inotify; files wait for rescans",
                cure: "lower [spool] rescan-seconds")
        }
        // The folder cannot be listed by everybody; its link count tells how many folders are in it.
        var status = stat()
        let needed = stat(spool + "/in", &status) == 0 ? max(1, Int(status.st_nlink) - 1) : 1
        guard watches >= needed, instances >= 1 else {
            return Finding(
                check: "inotify", verdict: .bad,
                detail:
                    "\(needed) folders are to be watched; the kernel allows \(watches) watches, \(instances) instances",
                cure: "sudo sysctl fs.inotify.max_user_watches=65536 fs.inotify.max_user_instances=128")
        }
        return Finding(check: "inotify", verdict: .good, detail: "\(needed) of at most \(watches) watches")
    }

    private static func number(_ path: String) -> Int? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return Int(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).filter(\.isNumber))
    }
}

/// The units in force against those that were installed.
struct UnitCheck {
    func findings() -> [Finding] {
        ["newswatchd.service", "newswatchd.socket"].map(finding)
    }

    private func finding(_ unit: String) -> Finding {
        func result(_ verdict: Finding.Verdict, _ detail: String, _ cure: String?) -> Finding {
            Finding(check: "unit", verdict: verdict, detail: detail, cure: cure)
        }
        let installed = ["/usr/lib/systemd/system/", "/usr/local/lib/systemd/system/"].map { $0 + unit }
        guard let shipped = installed.first(where: { access($0, F_OK) == 0 }) else {
            return result(.bad, "\(unit) is not installed", "install newswatch again")
        }
        let own = "/etc/systemd/system/" + unit
        var status = stat()
        if lstat(own, &status) == 0 {
            var target = [CChar](repeating: 0, count: 4096)
            let length = readlink(own, &target, target.count - 1)
            let isMasked = target.prefix(max(0, length)).elementsEqual("/dev/null".utf8.map { CChar(bitPattern: $0) })
            if isMasked { return result(.bad, "\(unit) is masked", "sudo systemctl unmask \(unit)") }
            return result(
                .warning, "\(own) stands in place of \(shipped): what releases change there is not in force",
                "keep your changes with: sudo systemctl edit \(unit); then: sudo systemctl revert \(unit)")
        }
        let target = unit.hasSuffix(".socket") ? "sockets.target" : "multi-user.target"
        if lstat("/etc/systemd/system/\(target).wants/\(unit)", &status) != 0 {
            return result(.warning, "\(unit) does not start at boot", "sudo systemctl enable \(unit)")
        }
        let changed = access(own + ".d", F_OK) == 0
        return result(.good, changed ? "\(shipped), with changes in \(own).d" : shipped, nil)
    }
}
