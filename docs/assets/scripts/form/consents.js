/* What of a contact belongs to a person and not to an office, and whether a consent covers it: as catalogue/consents.py. */
var FormConsents = (() => {
  "use strict";

  const { data, fold } = FormWords;
  const SCOPES = /** @type {Record<string, string>} */ ({ person: "name", email: "contact", phone: "contact" });
  const officeMail = new RegExp(data.personal.office_mail);
  const offices = new RegExp(`(?:^|[^a-z])(?:${data.personal.offices})`);
  const mobile = new RegExp(`^(?:(?:\\+|00)48)?${data.personal.mobile}\\d{7}$`);

  /** @param {Entry} contact */
  const holdsOffice = (contact) => Boolean(contact.role && contact.source && offices.test(fold(contact.role)));

  /** @param {string} email @param {boolean} hasOffice */
  function isPrivate(email, hasOffice) {
    const at = email.lastIndexOf("@");
    const free = data.personal.free_mail.includes(email.slice(at + 1).toLowerCase());
    return !officeMail.test(email.slice(0, at).toLowerCase()) && (!hasOffice || free);
  }

  /** @param {Entry} contact @returns {string[]} */
  function personalFields(contact) {
    if (contact.person && !holdsOffice(contact)) return ["person", "email", "phone"].filter((name) => contact[name]);
    return contact.shared || contact.person ? [] : privateFields(contact, Boolean(contact.org || contact.unit));
  }

  /** Of a contact that names nobody. @param {Entry} contact @param {boolean} hasOffice */
  function privateFields(contact, hasOffice) {
    const found = [];
    if (contact.email && isPrivate(contact.email, hasOffice)) found.push("email");
    if (contact.phone && (!hasOffice || mobile.test(contact.phone.replace(/[^\d+]/g, "")))) found.push("phone");
    return found;
  }

  /** Whether there is a consent for something; one that does not say what for is for all. @param {Entry} holder @param {string} scope */
  function covers(holder, scope) {
    if (!holder.consent) return Boolean(holder.consent_until);
    const named = holder.consent.covers || [];
    return Boolean(holder.consent.until) && (!named.length || named.includes(scope));
  }

  /** @param {Entry} contact @returns {string[]} */
  const fieldsWithoutConsent = (contact) => personalFields(contact).filter((name) => !covers(contact, SCOPES[name]));

  return { covers, fieldsWithoutConsent };
})();
