#define _GNU_SOURCE
#include "netlink.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "report.h"

// In a new network namespace loopback is 1; the cable's end asks for this.
#define CABLE_INDEX 2

struct batch {
    char bytes[2048];
    size_t length;
    size_t open; // offset of the message being written
    uint32_t count;
    const char *steps[8]; // what each message does, for the error
};

static void *put(struct batch *batch, const void *bytes, size_t length) {
    size_t padded = NLMSG_ALIGN(length);
    if (batch->length + padded > sizeof batch->bytes) refuse(OTHER, "a netlink batch is too long");
    char *place = batch->bytes + batch->length;
    memset(place, 0, padded);
    if (bytes) memcpy(place, bytes, length);
    batch->length += padded;
    return place;
}

static void begin(struct batch *batch, const char *step, uint16_t type, uint16_t flags, const void *body, size_t size) {
    batch->open = batch->length;
    batch->steps[batch->count % 8] = step;
    struct nlmsghdr header = {
        .nlmsg_type = type, .nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | flags, .nlmsg_seq = ++batch->count};
    put(batch, &header, sizeof header);
    put(batch, body, size);
}

static void end(struct batch *batch) {
    ((struct nlmsghdr *)(void *)(batch->bytes + batch->open))->nlmsg_len = (uint32_t)(batch->length - batch->open);
}

static void attribute(struct batch *batch, uint16_t type, const void *bytes, size_t length) {
    struct rtattr header = {.rta_len = (uint16_t)RTA_LENGTH(length), .rta_type = type};
    put(batch, &header, sizeof header);
    put(batch, bytes, length);
}

static void text_attribute(struct batch *batch, uint16_t type, const char *text) {
    attribute(batch, type, text, strlen(text) + 1);
}

static void number_attribute(struct batch *batch, uint16_t type, uint32_t number) {
    attribute(batch, type, &number, sizeof number);
}

static size_t open_nest(struct batch *batch, uint16_t type) {
    size_t place = batch->length;
    struct rtattr header = {.rta_type = type};
    put(batch, &header, sizeof header);
    return place;
}

static void close_nest(struct batch *batch, size_t place) {
    ((struct rtattr *)(void *)(batch->bytes + place))->rta_len = (uint16_t)(batch->length - place);
}

// Sends the batch and waits for one answer per message. Returns 0, or the first error, with errno and the step set.
static int perform(struct batch *batch, const char **step) {
    int link = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (link < 0) return -1;
    int failure = 0;
    if (send(link, batch->bytes, batch->length, 0) < 0) failure = errno;
    char answer[8192];
    for (uint32_t left = batch->count; left > 0 && failure == 0;) {
        ssize_t length = recv(link, answer, sizeof answer, 0);
        if (length < 0 && errno == EINTR) continue;
        if (length < 0) failure = errno;
        for (struct nlmsghdr *header = (void *)answer; length > 0 && NLMSG_OK(header, length);
             header = NLMSG_NEXT(header, length)) {
            if (header->nlmsg_type != NLMSG_ERROR) continue;
            left--;
            int error = -((struct nlmsgerr *)NLMSG_DATA(header))->error;
            if (error && !failure) {
                failure = error;
                *step = batch->steps[(header->nlmsg_seq - 1) % 8];
            }
        }
    }
    close(link);
    errno = failure;
    return failure ? -1 : 0;
}

// A pod that calls a service which sends it back to itself: the packet leaves the bridge where it came in, which a
// port refuses unless it is told otherwise (with br_netfilter in the kernel, even where packets are routed).
static void allow_hairpin(const struct spec *spec) {
    struct batch batch = {0};
    struct ifinfomsg port = {0};
    const uint8_t on = 1;
    begin(&batch, "let the pod reach itself", RTM_NEWLINK, 0, &port, sizeof port);
    text_attribute(&batch, IFLA_IFNAME, spec->host_interface);
    size_t info = open_nest(&batch, IFLA_LINKINFO);
    text_attribute(&batch, IFLA_INFO_SLAVE_KIND, "bridge");
    size_t data = open_nest(&batch, IFLA_INFO_SLAVE_DATA);
    attribute(&batch, IFLA_BRPORT_MODE, &on, sizeof on);
    close_nest(&batch, data);
    close_nest(&batch, info);
    end(&batch);
    const char *step = "send";
    if (perform(&batch, &step)) fail(OTHER, "%s for %s", step, spec->host_interface);
}

static int make_cable(const struct spec *spec, int target) {
    uint32_t bridge = if_nametoindex(spec->bridge);
    if (!bridge) fail(OTHER, "find the bridge %s", spec->bridge);

    struct batch batch = {0};
    struct ifinfomsg up = {.ifi_flags = IFF_UP, .ifi_change = IFF_UP};
    begin(&batch, "make the cable", RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &up, sizeof up);
    text_attribute(&batch, IFLA_IFNAME, spec->host_interface);
    number_attribute(&batch, IFLA_MTU, spec->mtu);
    number_attribute(&batch, IFLA_MASTER, bridge);
    size_t info = open_nest(&batch, IFLA_LINKINFO);
    text_attribute(&batch, IFLA_INFO_KIND, "veth");
    size_t data = open_nest(&batch, IFLA_INFO_DATA);
    size_t peer = open_nest(&batch, VETH_INFO_PEER);
    struct ifinfomsg inside = {.ifi_index = CABLE_INDEX};
    put(&batch, &inside, sizeof inside);
    text_attribute(&batch, IFLA_IFNAME, "eth0");
    number_attribute(&batch, IFLA_MTU, spec->mtu);
    number_attribute(&batch, IFLA_NET_NS_FD, (uint32_t)target);
    close_nest(&batch, peer);
    close_nest(&batch, data);
    close_nest(&batch, info);
    end(&batch);

    const char *step = "send";
    if (perform(&batch, &step) == 0) return 0;
    if (errno != EEXIST) return -1;
    // Left over from an earlier try at this pod's sandbox.
    delete_interface(spec->host_interface);
    return perform(&batch, &step);
}

void plug_cable(const struct spec *spec, int target) {
    if (make_cable(spec, target)) fail(OTHER, "plug %s into the bridge %s", spec->host_interface, spec->bridge);
    allow_hairpin(spec);
}

void delete_interface(const char *name) {
    struct batch batch = {0};
    struct ifinfomsg body = {0};
    begin(&batch, "delete the cable", RTM_DELLINK, 0, &body, sizeof body);
    text_attribute(&batch, IFLA_IFNAME, name);
    end(&batch);
    const char *step = "send";
    if (perform(&batch, &step) && errno != ENODEV) fail(OTHER, "delete the interface %s", name);
}

static uint32_t parsed(const char *address) {
    struct in_addr value;
    if (inet_pton(AF_INET, address, &value) != 1) refuse(OTHER, "%s is not an IPv4 address", address);
    return value.s_addr;
}

static void add_route(struct batch *batch, const char *step, uint32_t destination, uint32_t gateway) {
    struct rtmsg route = {
        .rtm_family = AF_INET,
        .rtm_dst_len = destination ? 32 : 0,
        .rtm_table = RT_TABLE_MAIN,
        .rtm_protocol = RTPROT_BOOT,
        .rtm_scope = gateway ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK,
        .rtm_type = RTN_UNICAST,
        .rtm_flags = gateway ? RTNH_F_ONLINK : 0,
    };
    begin(batch, step, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE, &route, sizeof route);
    if (destination) number_attribute(batch, RTA_DST, destination);
    if (gateway) number_attribute(batch, RTA_GATEWAY, gateway);
    number_attribute(batch, RTA_OIF, CABLE_INDEX);
    end(batch);
}

void set_up_interfaces(const struct spec *spec) {
    struct batch batch = {0};
    struct ifinfomsg loopback = {.ifi_index = 1, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
    begin(&batch, "bring loopback up", RTM_NEWLINK, 0, &loopback, sizeof loopback);
    end(&batch);
    if (spec->bridge) {
        uint32_t address = parsed(spec->address), gateway = parsed(spec->gateway);
        struct ifinfomsg cable = {.ifi_index = CABLE_INDEX, .ifi_flags = IFF_UP, .ifi_change = IFF_UP};
        begin(&batch, "bring eth0 up", RTM_NEWLINK, 0, &cable, sizeof cable);
        end(&batch);
        struct ifaddrmsg own = {.ifa_family = AF_INET, .ifa_prefixlen = (uint8_t)spec->prefix, .ifa_index = CABLE_INDEX};
        begin(&batch, "set the address of eth0", RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, &own, sizeof own);
        number_attribute(&batch, IFA_LOCAL, address);
        number_attribute(&batch, IFA_ADDRESS, address);
        end(&batch);
        // The gateway is no neighbour by the address's prefix: first the way to it, then everything through it.
        if (spec->prefix == 32) add_route(&batch, "set the route to the gateway", gateway, 0);
        add_route(&batch, "set the default route", 0, gateway);
    }
    const char *step = "send";
    if (perform(&batch, &step)) fail(OTHER, "set up the pod's network: %s", step);
}
