import ArgumentParser
import Experiment
import Foundation

/// vigie(1), made from the definitions of the commands, so that no flag is described twice.
enum ManualPage {
  /// Where it is kept, below the checkout.
  static let file = "docs/vigie.1"

  /// The page as roff source, with the macros of man(7).
  static func text() throws -> String {
    let dump = try JSONDecoder().decode(Dump.self, from: Data(Vigie._dumpHelp().utf8))
    let root = dump.command
    var lines = [
      ".\\\" Made by vigie manual --write; edits here are lost.",
      ".TH VIGIE 1 \"\" \"vigie \(Model.version)\" \"User Commands\"", ".ad l",
      ".nh", ".SH NAME",
      "vigie \\- \(escaped(root.abstract ?? ""))", ".SH SYNOPSIS", ".B vigie",
      ".I command", "[\\fIoptions\\fR]", ".SH DESCRIPTION",
    ]
    lines += paragraphs(root.discussion) + [".SH COMMANDS"]
    for command in root.subcommands ?? [] where command.commandName != "help" {
      lines += section(of: command)
    }
    lines += [".SH FILES"]
    for (name, meaning) in files { lines += [".TP", ".I \(escaped(name))", escaped(meaning)] }
    lines += [
      ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "No colours on stderr, if not empty.",
      ".TP", ".BR LC_ALL \", \" LC_CTYPE \", \" LANG",
      "A terminal whose locale names UTF\\-8 gets small pictures in summaries.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let files = [
    ("Scenarios/", "Scenario and study files; README.md there describes every parameter."),
    ("Results/STUDY/", "Tables, datapackage.json, report.html and figures of a study."),
  ]

  private static func section(of command: Dump.Command) -> [String] {
    let shown = (command.arguments ?? []).filter { argument in
      argument.shouldDisplay && !["version", "help"].contains(argument.valueName ?? "")
    }
    var lines = [".SS \(command.commandName)", "\\fBvigie \(command.commandName)\\fR"]
    lines += shown.map(\.synopsis) + [".PP"] + wrapped(command.abstract ?? "")
    if command.discussion != nil { lines += [".PP"] + paragraphs(command.discussion) }
    for argument in shown {
      var text = argument.abstract ?? ""
      if let value = argument.defaultValue { text += " (default: \(value))" }
      lines += [".TP", argument.term] + wrapped(text)
    }
    return lines
  }

  private static func paragraphs(_ text: String?) -> [String] {
    let lines = (text ?? "").split(separator: "\n").map { wrapped(String($0)) }
    return Array(lines.joined(separator: [".PP"]))
  }

  /// Lines of at most 78 bytes, as roff source is kept.
  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : " ") + word
      if line.utf8.count > 72, !lines[lines.count - 1].isEmpty {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = line
      }
    }
    return lines.map(escaped)
  }

  /// Text that roff takes for text.
  static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }

  /// What the argument parser tells of its commands; the fields that are needed.
  struct Dump: Decodable {
    struct Command: Decodable {
      let commandName: String
      let abstract: String?
      let discussion: String?
      let arguments: [Argument]?
      let subcommands: [Command]?
    }
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
        var text: String { (kind == "long" ? "--" : "-") + name }
      }
      let kind: String
      let abstract: String?
      let isOptional: Bool
      let isRepeating: Bool
      let names: [Name]?
      let valueName: String?
      let defaultValue: String?
      let shouldDisplay: Bool
    }
    let command: Command
  }
}

extension ManualPage.Dump.Argument {
  private var value: String { "\\fI\(ManualPage.escaped(valueName ?? ""))\\fR" }

  private func flag(_ name: Name) -> String { "\\fB\(ManualPage.escaped(name.text))\\fR" }

  /// How it stands in a command line.
  fileprivate var synopsis: String {
    guard let name = names?.first(where: { $0.kind == "long" }) ?? names?.first else {
      let text = value + (isRepeating ? "..." : "")
      return isOptional ? "[\(text)]" : text
    }
    let text = kind == "option" ? flag(name) + " " + value : flag(name)
    return "[\(text)]" + (isRepeating ? "..." : "")
  }

  /// How its description begins.
  fileprivate var term: String {
    guard let names, !names.isEmpty else { return value }
    let all = names.map(flag).joined(separator: ", ")
    return kind == "option" ? all + " " + value : all
  }
}
