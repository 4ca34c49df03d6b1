#if Lab
  import HTTPTypes
  import NIOCore
  import NIOHTTPTypes

  /// Cuts a connection that sends its body, or takes its answer, too slowly.
  ///
  /// The idle timeout of the server ends slow heads, but every piece of a slow body puts it off.
  final class Deadlines: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    /// From the head of a request to the end of its body.
    static let body = TimeAmount.seconds(5)
    /// While nothing of an answer can be sent.
    static let stall = TimeAmount.seconds(20)

    private var bodyClock: Scheduled<Void>?
    private var stallClock: Scheduled<Void>?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head:
        bodyClock?.cancel()
        bodyClock = close(context.channel, after: Self.body)
      case .body: break
      case .end: bodyClock?.cancel()
      }
      context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
      stallClock?.cancel()
      if !context.channel.isWritable { stallClock = close(context.channel, after: Self.stall) }
      context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
      bodyClock?.cancel()
      stallClock?.cancel()
      context.fireChannelInactive()
    }

    private func close(_ channel: any Channel, after time: TimeAmount) -> Scheduled<Void> {
      channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
  }
#endif
