import CToneKernels

/// One way to compute what models compute; which ones there are depends on the processor.
public struct ToneKernels {
    /// Lives for ever: a constant of the library.
    let table: UnsafePointer<nw_tone_kernels>

    /// "avx512-vnni", "avx2", "neon", "scalar".
    public var name: String { String(cString: table.pointee.name) }

    /// Whether an encoder takes some fifty milliseconds for a mention: nothing here multiplies many numbers at once.
    var isSlow: Bool { name == "scalar" }

    /// The fastest that this processor can run.
    public static var best: ToneKernels { ToneKernels(table: nw_tone_kernels_best()) }

    /// All that this processor can run, the fastest first; the last one is "scalar".
    public static var all: [ToneKernels] {
        guard var place = nw_tone_kernels_all() else { return [] }
        var found: [ToneKernels] = []
        while let table = place.pointee {
            found.append(ToneKernels(table: table))
            place += 1
        }
        return found
    }
}
