// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

constexpr qsizetype maxReactionsBytes = 1024 * 1024;

/** One option: how it is spelled, what it does, and how it changes the result. */
struct Option
{
    const char *name;
    /** Name of its value in the help, nullptr when it takes none. */
    const char *value;
    const char *help;
    /** @return what is wrong with the value, or an empty string */
    QString (*apply)(CommandLine &to, const QString &value);
};

QString setPort(CommandLine &to, const QString &value)
{
    bool isNumber = false;
    const uint port = value.toUInt(&isNumber);
    if (!isNumber || port > 65'535) {
        return QStringLiteral("expected a number from 0 to 65535");
    }
    to.config.port = quint16(port);
    to.portChosen = true;
    return {};
}

/** Splits "left=right". */
QString setPair(const QString &value, std::pair<QString, QString> &to)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals <= 0) {
        return QStringLiteral("expected a name, '=' and a value");
    }
    to = {value.first(equals), value.sliced(equals + 1)};
    return {};
}

QString addSetting(CommandLine &to, const QString &value)
{
    std::pair<QString, QString> pair;
    QString wrong = setPair(value, pair);
    if (wrong.isEmpty()) {
        const auto result = to.config.set(pair.first, pair.second);
        if (!result) {
            wrong = result.error().sentence;
        }
    }
    return wrong;
}

QString addFolder(CommandLine &to, const QString &value)
{
    std::pair<QString, QString> pair;
    QString wrong = setPair(value, pair);
    to.folders.append(pair);
    return wrong;
}

QString setPath(QByteArray &to, const QString &value)
{
    if (!value.startsWith(u'/')) {
        return QStringLiteral("expected a path that begins with '/'");
    }
    to = value.toUtf8();
    return {};
}

constexpr std::array options{
    Option{"headless", nullptr, "run without a window",
        [](CommandLine &to, const QString &) {
            to.headless = true;
            return QString();
        }},
    Option{"host", "ADDRESS",
        "listen on this address; 127.0.0.1 (default) also takes ::1,\n"
        "0.0.0.0 lets other devices in",
        [](CommandLine &to, const QString &value) {
            to.config.host = value;
            return QString();
        }},
    Option{"port", "NUMBER", "listen on this port (default 3000); 0 picks a free one", setPort},
    Option{"reactions", "FILE",
        "answer events by these rules instead of those of the chat demo;\n"
        "server/socketio/REACTIONS.md describes the file",
        [](CommandLine &to, const QString &value) {
            to.reactionsFile = value;
            return QString();
        }},
    Option{"serve", "NAME=FOLDER", "serve a folder as /demo/NAME/; may be repeated", addFolder},
    Option{
        "set", "KEY=VALUE", "set an option of the server, see below; may be repeated", addSetting},
    Option{"json", nullptr, "headless: one JSON object per state change on standard output",
        [](CommandLine &to, const QString &) {
            to.json = true;
            return QString();
        }},
    Option{"ws-echo", "PATH", "echo WebSocket messages at this path, for conformance suites",
        [](CommandLine &to, const QString &value) { return setPath(to.webSocketEcho, value); }},
    Option{"engine-echo", "PATH", "echo Engine.IO messages at this path, for conformance suites",
        [](CommandLine &to, const QString &value) { return setPath(to.engineEcho, value); }},
    Option{"help", nullptr, "show this text",
        [](CommandLine &to, const QString &) {
            to.action = CommandLine::Action::ShowHelp;
            return QString();
        }},
    Option{"version", nullptr, "show the version",
        [](CommandLine &to, const QString &) {
            to.action = CommandLine::Action::ShowVersion;
            return QString();
        }},
};

/** "--name VALUE" in a column, and @p help beside it. */
QString helpRow(const QString &left, const QString &help, int width)
{
    QString row = u"  " % left.leftJustified(width) % u"  ";
    const QString indent = u'\n' % QString(row.size(), u' ');
    row += QString(help).replace(u'\n', indent);
    return row % u'\n';
}

} // namespace

Result<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    CommandLine result;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == u"-h" || argument == u"-v") {
            result.action = argument == u"-h" ? Action::ShowHelp : Action::ShowVersion;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.first(equals < 0 ? argument.size() : equals);
        const auto option
            = std::find_if(options.begin(), options.end(), [&](const Option &candidate) {
                  return name == u"--" % QLatin1StringView(candidate.name);
              });
        if (option == options.end()) {
            return QString(u"There is no option " % argument % u". See switchboard --help.");
        }
        QString value;
        if (option->value == nullptr) {
            if (equals >= 0) {
                return QString(name % u" takes no value.");
            }
        } else if (equals >= 0) {
            value = argument.sliced(equals + 1);
        } else if (i + 1 < arguments.size()) {
            value = arguments[++i];
        } else {
            return QString(name % u" needs a value: " % QLatin1StringView(option->value) % u'.');
        }
        const QString wrong = option->apply(result, value);
        if (!wrong.isEmpty()) {
            return QString(name % u' ' % value % u": " % wrong
                % (wrong.endsWith(u'.') ? QStringView() : QStringView(u".")));
        }
    }
    return result;
}

QString CommandLine::help()
{
    QString text = QStringLiteral("Usage: switchboard [options]\n\n"
                                  "A realtime Socket.IO server with a window.\n\nOptions\n");
    qsizetype width = 0;
    for (const Option &option : options) {
        const auto length = qsizetype(std::strlen(option.name))
            + (option.value != nullptr ? qsizetype(std::strlen(option.value)) + 1 : 0);
        width = std::max(width, length + 2);
    }
    for (const Option &option : options) {
        QString left = u"--" % QLatin1StringView(option.name);
        if (option.value != nullptr) {
            left += u' ' % QLatin1StringView(option.value);
        }
        text += helpRow(left, QString::fromLatin1(option.help), int(width));
    }

    text += QStringLiteral("\nKeys of --set and their defaults; times in milliseconds, sizes in "
                           "bytes, lists\nseparated by commas\n");
    const auto settings = ServerConfig().settings();
    width = 0;
    for (const auto &setting : settings) {
        width = std::max(width, setting.first.size());
    }
    for (const auto &setting : settings) {
        text += helpRow(setting.first,
            setting.second.isEmpty() ? QStringLiteral("(none)") : setting.second, int(width));
    }

    text += QStringLiteral(
        "\nSignals\n"
        "  SIGTERM, SIGINT, SIGHUP   tell the clients and stop, within five seconds\n"
        "                            a second one ends the program at once\n"
        "\nExit codes\n"
        "  0  stopped as asked\n"
        "  2  the command line, the reactions file or a folder is wrong\n"
        "  3  the address cannot be listened on, or there is no display for the window\n");
    return text;
}

std::optional<QString> CommandLine::prepare(Server &server) const
{
    QFile file(reactionsFile.isEmpty() ? QStringLiteral(":/switchboard/demos/chat/reactions.json")
                                       : reactionsFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return QString(u"The reactions file " % file.fileName() % u" cannot be read: "
            % file.errorString() % u'.');
    }
    const QByteArray rules = file.read(maxReactionsBytes + 1);
    if (rules.size() > maxReactionsBytes) {
        return QString(u"The reactions file " % file.fileName() % u" is larger than 1 MiB.");
    }
    if (const auto result = server.setReactions(rules, file.fileName()); !result) {
        return result.error();
    }
    for (const auto &[name, folder] : folders) {
        if (const auto result = server.addFolder(name, folder); !result) {
            return result.error();
        }
    }
    if (!webSocketEcho.isEmpty()) {
        server.enableWebSocketEcho(webSocketEcho);
    }
    if (!engineEcho.isEmpty()) {
        server.enableEngineEcho(engineEcho);
    }
    return std::nullopt;
}

} // namespace Switchboard::App
