// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonscanner.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Switchboard {

/** Set-Cookie of the polling handshake; unset fields stay out of the header. */
struct CookieConfig
{
    QByteArray name = "io";
    QByteArray path = "/";
    bool httpOnly = true;
    QByteArray sameSite = "lax";
};

/** Cross-origin answers. Empty origins: no CORS header at all, which is the default. */
struct CorsConfig
{
    /** "*" or exact origins such as http://localhost:5173. */
    QByteArrayList origins;
    bool credentials = false;
    QByteArray methods = "GET,HEAD,PUT,PATCH,POST,DELETE";
};

/** The limits table; the numbers of the comments are its rows. Local values; lan() tightens them.
 */
struct Limits
{
    int connections = 12'000; // L01
    int connectionsPerAddress = 0; // L02, 0 = none
    int listenBacklog = 4'096; // L03
    int acceptsPerTurn = 64; // L04
    qsizetype requestLine = 8 * 1024; // L05
    qsizetype headerBytes = 16 * 1024; // L06
    int headerCount = 100; // L07
    std::chrono::milliseconds headerTime{10'000}; // L08
    std::chrono::milliseconds bodyTime{30'000}; // L10
    qsizetype bodyBytesPerSecond = 1024; // L10, judged after bodyGrace
    std::chrono::milliseconds bodyGrace{5'000};
    std::chrono::milliseconds keepAliveIdle{15'000}; // L11
    int requestsPerConnection = 10'000; // L11
    std::chrono::milliseconds writeStall{30'000}; // L12
    qsizetype chunkHeader = 256; // L14
    int messageFragments = 65'536; // L16
    std::chrono::milliseconds messageTime{30'000}; // L16
    int controlFramesPerSecond = 100; // L17
    int controlFramesBurst = 200; // L17
    std::chrono::milliseconds closeHandshake{3'000}; // L19
    qsizetype sendQueueSoft = 1024 * 1024; // L20: volatile is dropped from here
    qsizetype sendQueueHigh = 4 * 1024 * 1024; // L20: closed after sendQueueHighTime
    std::chrono::milliseconds sendQueueHighTime{10'000};
    qsizetype sendQueueHard = 16 * 1024 * 1024; // L20: closed at once
    qsizetype sendQueuesTogether = 256LL * 1024 * 1024; // L21
    int packetsPerPayload = 1'000; // L23
    std::chrono::milliseconds firstFollowUp{10'000}; // L24
    int neverFollowedSessions = 1'000; // L24
    int handshakesPerSecond = 2'000; // L25
    int handshakesBurst = 4'000;
    int handshakesPerSecondPerAddress = 0; // L25, 0 = none
    int handshakesBurstPerAddress = 0;
    int probesPerSession = 3; // L26
    int namespacesPerClient = 32; // L29
    int dynamicNamespaces = 1'000; // L29
    qsizetype namespaceName = 256; // L29
    int roomsPerSocket = 1'000; // L30
    int roomsTotal = 100'000; // L30
    qsizetype roomName = 256; // L30
    qsizetype eventName = 256; // L31
    int attachments = 10; // L32
    std::chrono::milliseconds attachmentTime{30'000}; // L32
    JsonLimits json; // L33
    int acksPerSocket = 1'000; // L34
    std::chrono::milliseconds ackWait{30'000}; // L34
    qsizetype bytesPerTurn = 256 * 1024; // L35
    int packetsPerTurn = 500; // L35
    qsizetype authBytes = 16 * 1024; // L36

    /** The stricter column, for when the port is open to the network. */
    static Limits lan();
};

/**
 * Everything the engine can be told before it starts.
 *
 * Names and defaults follow the Node server's options; set() is what --set and the settings
 * file speak. Value type, any thread.
 */
struct ServerConfig
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 3000; // 0 picks a free one

    // Engine.IO
    QByteArray path = "/socket.io";
    bool addTrailingSlash = true;
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    std::chrono::milliseconds upgradeTimeout{10'000};
    qsizetype maxHttpBufferSize = 1'000'000; // L09, L15
    bool pollingTransport = true;
    bool webSocketTransport = true;
    bool allowUpgrades = true;
    bool destroyUpgrade = true;
    std::chrono::milliseconds destroyUpgradeTimeout{1'000};
    std::optional<CookieConfig> cookie;
    bool httpCompression = true;
    qsizetype httpCompressionThreshold = 1024;
    CorsConfig cors;

    // Socket.IO
    std::chrono::milliseconds connectTimeout{45'000};
    bool serveClient = true;
    bool cleanupEmptyChildNamespaces = false;
    /** Every namespace a client asks for exists; for dashboard use. */
    bool acceptAnyNamespace = false;

    // Guard: beside loopback names and the bound address
    QByteArrayList allowedHosts;
    QByteArrayList allowedOrigins;
    bool allowNullOrigin = false;

    Limits limits;

    /** Why a key or value was refused, as a sentence for the operator. */
    struct SettingError
    {
        QString sentence;
    };

    /**
     * Applies one "key=value" of the command line or the settings file.
     *
     * Numbers are milliseconds or bytes; lists are separated by commas; true and false for
     * switches. "limits.<name>" reaches each member of Limits.
     */
    Result<bool, SettingError> set(const QString &key, const QString &value);

    /** Every key that set() knows, with its present value as set() would take it. */
    QList<std::pair<QString, QString>> settings() const;
};

} // namespace Switchboard
