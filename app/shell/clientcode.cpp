// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/clientcode.h"

#include <QUrl>

namespace Switchboard::App {

namespace {

struct Sample
{
    const char *language;
    const char *code; // %1 is the server's address
};

constexpr Sample samples[] = {
    {"JavaScript", R"(import { io } from "socket.io-client";
const socket = io("%1");
socket.emit("hello", { from: "me" });
)"},
    {"Script tag", R"(<script src="%1/socket.io/socket.io.js"></script>
<script>
  const socket = io("%1");
  socket.emit("hello", { from: "me" });
</script>
)"},
    {"Python", R"(import socketio
client = socketio.Client()
client.connect("%1")
client.emit("hello", {"from": "me"})
)"},
    {"Swift", R"(import SocketIO
let manager = SocketManager(socketURL: URL(string: "%1")!)
let socket = manager.defaultSocket
socket.on(clientEvent: .connect) { _, _ in socket.emit("hello", ["from": "me"]) }
socket.connect()
)"},
    {"Java", R"(Socket socket = IO.socket("%1");
socket.on(Socket.EVENT_CONNECT, args -> socket.emit("hello", "me"));
socket.connect();
)"},
    {"C++", R"(sio::client client;
client.set_open_listener([&] { client.socket()->emit("hello", std::string("me")); });
client.connect("%1");
)"},
    {"Dart", R"(final socket = io("%1", OptionBuilder().setTransports(["websocket"]).build());
socket.onConnect((_) => socket.emit("hello", {"from": "me"}));
)"},
    {"curl",
        R"code(sid=$(curl -s "%1/socket.io/?EIO=4&transport=polling" | sed 's/.*"sid":"\([^"]*\)".*/\1/')
curl -s "%1/socket.io/?EIO=4&transport=polling&sid=$sid" -d 40
curl -s "%1/socket.io/?EIO=4&transport=polling&sid=$sid" -d '42["hello",{"from":"me"}]'
)code"},
};
} // namespace

QStringList ClientCode::languages()
{
    QStringList names;
    for (const Sample &sample : samples) {
        names.append(QString::fromLatin1(sample.language));
    }
    return names;
}

QString ClientCode::code(int language, const QString &url)
{
    if (language < 0 || language >= int(std::size(samples))) {
        return {};
    }
    // Not arg(): a curl line may hold percent signs of its own one day.
    return QString::fromLatin1(samples[language].code).replace(QLatin1StringView("%1"), url);
}

} // namespace Switchboard::App
