import CNFTables

/// nftables, spoken to in this process: no `nft` is started.
///
/// Acts on the network namespace of the calling thread, which it blocks until the kernel has answered.
enum PacketFilter {
    /// Runs commands in nft's own language as one transaction: all of them take effect at once, or none does.
    /// Answers what they print.
    @discardableResult
    static func run(_ commands: String, _ purpose: @autoclosure () -> String) throws -> String {
        guard let context = nft_ctx_new(UInt32(NFT_CTX_DEFAULT)) else {
            throw NetworkingError(.system, "\(purpose()): nftables could not be opened")
        }
        defer { nft_ctx_free(context) }
        nft_ctx_buffer_error(context)
        nft_ctx_buffer_output(context)
        nft_ctx_output_set_flags(context, UInt32(NFT_CTX_OUTPUT_TERSE))

        guard nft_run_cmd_from_buffer(context, commands) == 0 else {
            let detail = nft_ctx_get_error_buffer(context).map { String(cString: $0) } ?? ""
            let line = detail.split(separator: "\n").first.map(String.init) ?? "refused by the kernel"
            throw NetworkingError(.system, "\(purpose()): \(line)")
        }
        return nft_ctx_get_output_buffer(context).map { String(cString: $0) } ?? ""
    }
}
