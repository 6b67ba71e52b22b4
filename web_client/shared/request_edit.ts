/** Changing a request: what a person edited, over what the request is at that moment (R12). Pure. */
import { linksOf } from "./links.ts";
import type { ChangeRequest, Links, MyRequest, Relation } from "./wire.gen.ts";

/** What of a request may be changed. Links of each kind are a field of their own. */
export interface RequestFields extends Required<Links> {
  on_behalf: string[];
  text: string;
  language: MyRequest["language"];
}

/** A request as a phone or the console has it. */
interface EditableRequest extends Readonly<Pick<MyRequest, "text" | "language">> {
  /** Which a change names; a row of the agenda that is no request has none. */
  readonly version?: number;
  readonly relations: readonly Relation[];
  readonly on_behalf: readonly string[];
}

/** A request, as fields to be edited. */
export function fieldsOf({ relations, on_behalf, text, language }: EditableRequest): RequestFields {
  return { ...linksOf(relations), on_behalf: [...on_behalf], text, language };
}

/**
 * The command that changes a request. It names every field, so those that the person left alone are taken from
 * `present`: the request may have been changed elsewhere since the dialog was opened, by the chair or another device.
 * Where the same field was changed there, the person has not seen what the change would erase: it names the version
 * that was seen, and the server says so (`overtaken`).
 * @param opened the request as it was when the dialog was opened
 * @param edited the fields as the person leaves them
 * @param present the request as it is now
 */
export function changeRequest(
  request: string,
  { opened, edited, present }: { opened: EditableRequest; edited: RequestFields; present: EditableRequest },
): ChangeRequest {
  const [then, now] = [fieldsOf(opened), fieldsOf(present)];
  const same = (one: RequestFields, other: RequestFields, key: keyof RequestFields): boolean =>
    String(one[key]) === String(other[key]);
  const unseen = (Object.keys(now) as (keyof RequestFields)[]).some(
    (key) => !same(edited, then, key) && !same(now, then, key) && !same(edited, now, key),
  );
  const field = <K extends keyof RequestFields>(key: K): RequestFields[K] =>
    same(edited, then, key) ? now[key] : edited[key];
  return {
    type: "change_request",
    request,
    version: (unseen ? opened : present).version ?? 0, // what is no request cannot be changed: the server says so
    links: { replies_to: [...field("replies_to")], asks: [...field("asks")], answers: [...field("answers")] },
    language: field("language"),
    text: field("text").trim(),
    on_behalf: [...field("on_behalf")],
  };
}
