// The pod's end of the network: a veth pair into the bridge, an address and two routes, in two netlink batches.
#ifndef NETLINK_H
#define NETLINK_H

#include "spec.h"

/// Makes the pair: one end in the bridge, up; the other one `eth0` in the namespace `target`. In the host's namespace.
void plug_cable(const struct spec *spec, int target);

/// Deletes a network interface; one that is not there is no mistake.
void delete_interface(const char *name);

/// Brings loopback up and, where the pod has an address, sets `eth0` up with it. In the pod's own namespace.
void set_up_interfaces(const struct spec *spec);

#endif
