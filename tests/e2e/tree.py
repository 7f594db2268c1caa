#!/usr/bin/python3
"""What assistive technology sees of the kiosk, over AT-SPI: `tree.py` lists every node as role, name, box; `tree.py NAME` prints
the middle of the control whose name begins with NAME, in pixels of the screen; `tree.py --press NAME` presses it as a screen reader does."""
import sys

import dbus

A11Y = "org.a11y.atspi."
ROLES = {37: "tab", 43: "button", 44: "button", 11: "choice", 29: "label", 75: "window", 27: "picture", 62: "button", 79: "text", 83: "heading"}


def bus():
    session = dbus.SessionBus()
    door = session.get_object("org.a11y.Bus", "/org/a11y/bus")
    status = dbus.Interface(door, "org.freedesktop.DBus.Properties")
    if not status.Get("org.a11y.Status", "IsEnabled"):
        status.Set("org.a11y.Status", "IsEnabled", True)
    return dbus.bus.BusConnection(dbus.Interface(door, "org.a11y.Bus").GetAddress())


def walk(tree, name, path, out):
    node = tree.get_object(name, path)
    accessible = dbus.Interface(node, A11Y + "Accessible")
    properties = dbus.Interface(node, "org.freedesktop.DBus.Properties")
    role = int(accessible.GetRole())
    title = str(properties.Get(A11Y + "Accessible", "Name"))
    try:
        box = tuple(int(n) for n in dbus.Interface(node, A11Y + "Component").GetExtents(dbus.UInt32(0)))
    except dbus.DBusException:
        box = (0, 0, 0, 0)
    if not title:
        try:
            title = str(dbus.Interface(node, A11Y + "Text").GetText(0, -1))
        except dbus.DBusException:
            pass
    out.append((role, title, box, node))
    for child_name, child_path in accessible.GetChildren():
        walk(tree, child_name, child_path, out)


def nodes():
    tree, out = bus(), []
    root = tree.get_object("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    for name, path in dbus.Interface(root, A11Y + "Accessible").GetChildren():
        walk(tree, name, path, out)
    return out


def main(args):
    press = "--press" in args
    wanted = [arg for arg in args if arg != "--press"]
    found = nodes()
    if not wanted:
        for role, title, (x, y, w, h), _ in found:
            print(f"{ROLES.get(role, role)}\t{title}\t{x},{y} {w}x{h}")
        return 0
    for role, title, (x, y, w, h), node in found:
        if ROLES.get(role) in ("button", "choice", "tab", "text") and title.startswith(wanted[0]):
            if press:
                dbus.Interface(node, A11Y + "Action").DoAction(0)
            print(x + w // 2, y + h // 2)
            return 0
    print(f"no control is called {wanted[0]}", file=sys.stderr)
    return 1


sys.exit(main(sys.argv[1:]))
