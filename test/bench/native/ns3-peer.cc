// Bulk TCP flows over one link, whole in ns-3 (3.37): two hosts, 10 Gb/s full duplex, 20 us one way, MTU 1500. NewReno with SACK,
// without timestamps, an ACK for every second segment; no queue discipline, and a device queue too long to drop.
// ns-3's defaults otherwise: payload is a length without bytes, checksums are not computed.
// Usage: ns3-peer FLOWS SECONDS SOCKET-BYTES   (simulated seconds; the size of each send and receive buffer)

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "ns3/applications-module.h"
#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"
#include "ns3/traffic-control-module.h"

using namespace ns3;

constexpr uint32_t SEGMENT_BYTES = 1460;
constexpr uint32_t WRITE_BYTES = 10 * SEGMENT_BYTES;  // ns-3's 512 would make segments that are not full
constexpr uint32_t QUEUE_FRAMES = 10000;
constexpr uint16_t PORT = 5001;

// Ethernet takes 38 bytes beyond a packet (preamble 8, header 14, FCS 4, gap 12; IEEE 802.3, 3.1.1 and 4.4.2), ns-3's PPP header 2.
// The gap of the remaining 36 lets a data frame take the 1538 byte times that it takes on Ethernet.
constexpr int64_t GAP_PS = 36 * 800;

static uint64_t received, dropped;

static void count_received(Ptr<const Packet>) { received++; }
static void count_dropped(Ptr<const Packet>) { dropped++; }

template <typename Number>
static bool argument(std::string_view text, Number *value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *value);
  return error == std::errc() && end == text.data() + text.size() && *value > 0;
}

static void tcp_configure(uint32_t socket_bytes) {
  Config::SetDefault("ns3::TcpL4Protocol::SocketType", TypeIdValue(TcpNewReno::GetTypeId()));
  Config::SetDefault("ns3::TcpSocket::SegmentSize", UintegerValue(SEGMENT_BYTES));
  Config::SetDefault("ns3::TcpSocket::SndBufSize", UintegerValue(socket_bytes));
  Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(socket_bytes));
  Config::SetDefault("ns3::TcpSocket::DelAckCount", UintegerValue(2));
  Config::SetDefault("ns3::TcpSocketBase::Timestamp", BooleanValue(false));
  Config::SetDefault("ns3::TcpSocketBase::Sack", BooleanValue(true));
}

static NetDeviceContainer link_install(const NodeContainer &hosts) {
  PointToPointHelper link;
  link.SetDeviceAttribute("DataRate", StringValue("10Gbps"));
  link.SetDeviceAttribute("Mtu", UintegerValue(1500));
  link.SetDeviceAttribute("InterframeGap", TimeValue(PicoSeconds(GAP_PS)));
  link.SetChannelAttribute("Delay", TimeValue(MicroSeconds(20)));
  link.SetQueue("ns3::DropTailQueue<Packet>", "MaxSize", QueueSizeValue(QueueSize(QueueSizeUnit::PACKETS, QUEUE_FRAMES)));
  // Without flow control the address helper installs no queue discipline.
  link.DisableFlowControl();
  return link.Install(hosts);
}

static void trace(Ptr<Node> host, Ptr<NetDevice> device) {
  device->TraceConnectWithoutContext("MacRx", MakeCallback(&count_received));
  device->TraceConnectWithoutContext("MacTxDrop", MakeCallback(&count_dropped));
  host->GetObject<TrafficControlLayer>()->TraceConnectWithoutContext("TcDrop", MakeCallback(&count_dropped));
}

int main(int argc, char **argv) {
  uint32_t flows, socket_bytes;
  double simulated;
  if (argc != 4 || !argument(argv[1], &flows) || !argument(argv[2], &simulated) || !argument(argv[3], &socket_bytes)) {
    fprintf(stderr, "usage: ns3-peer FLOWS SECONDS SOCKET-BYTES\n");
    return 2;
  }
  // A byte takes 0.8 ns; in ns-3's default of whole nanoseconds the link would be too fast.
  Time::SetResolution(Time::PS);
  tcp_configure(socket_bytes);

  NodeContainer hosts(2);
  const NetDeviceContainer devices = link_install(hosts);
  InternetStackHelper stack;
  stack.SetIpv6StackInstall(false);
  stack.Install(hosts);
  Ipv4AddressHelper addresses("10.0.0.0", "255.255.255.0");
  const InetSocketAddress peer(addresses.Assign(devices).GetAddress(1), PORT);
  for (uint32_t i = 0; i < hosts.GetN(); i++) trace(hosts.Get(i), devices.Get(i));

  const ApplicationContainer sink = PacketSinkHelper("ns3::TcpSocketFactory", peer).Install(hosts.Get(1));
  BulkSendHelper source("ns3::TcpSocketFactory", peer);
  source.SetAttribute("SendSize", UintegerValue(WRITE_BYTES));
  for (uint32_t i = 0; i < flows; i++) source.Install(hosts.Get(0));

  Simulator::Stop(Seconds(simulated));
  const auto start = std::chrono::steady_clock::now();
  Simulator::Run();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  const double bits = 8.0 * static_cast<double>(DynamicCast<PacketSink>(sink.Get(0))->GetTotalRx());
  Simulator::Destroy();

  if (dropped) {
    fprintf(stderr, "ns3-peer: %llu frames dropped; use smaller sockets\n", static_cast<unsigned long long>(dropped));
    return 1;
  }
  printf("{\"flows\":%u,\"simulatedSeconds\":%.9g,\"packets\":%llu,\"goodputBps\":%.0f,\"seconds\":%.6f}\n", flows, simulated,
         static_cast<unsigned long long>(received), bits / simulated, wall.count());
}
