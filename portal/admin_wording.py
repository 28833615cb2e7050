"""Words of Django's admin that the catalogues of this project say differently.

Django's own Korean is uneven. A catalogue of the project stands above those of packages, but
holds only messages that occur in the project: so they are named here, and nowhere used.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

LISTS = (
    _("Select %s to change"),
    _("Select %s to view"),
    _("Action:"),
    _("Run the selected action"),
    _("Items must be selected in order to perform actions on them. No items have been changed."),
    _("No action selected."),
    _(" By %(filter_title)s "),
    _("Start typing to filter…"),
    _("Toggle navigation"),
    _("Models in the %(name)s application"),
    _("You don’t have permission to view or edit anything."),
    _("None available"),
    _("View site"),
    _("Skip to main content"),
)
FORMS = (
    _("Change %s"),
    _("View %s"),
    _("Add another %(verbose_name)s"),
    _("Save and add another"),
    _("Save and continue editing"),
    _("History"),
    ngettext_lazy("Please correct the error below.", "Please correct the errors below.", 1),
    _("The {name} “{obj}” was added successfully."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
)
DELETION = (
    _("Delete multiple objects"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Successfully deleted %(count)d %(items)s."),
    _("Objects"),
    _("Yes, I’m sure"),
    _("No, take me back"),
    _("Cannot delete %(name)s"),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? '
        "All of the following related items will be deleted:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? "
        "All of the following objects and their related items will be deleted:"
    ),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting "
        "the following protected related objects:"
    ),
    _(
        "Deleting the selected %(objects_name)s would require deleting "
        "the following protected related objects:"
    ),
)
HISTORY = (
    _("This object doesn’t have a change history. It probably wasn’t added via this admin site."),
    _("Added {name} “{object}”."),
    _("Changed {fields} for {name} “{object}”."),
    _("Changed {fields}."),
    _("Deleted {name} “{object}”."),
    _("and"),
)
PEOPLE = (
    _("users"),
    _("permissions"),
    _("superuser status"),
    _("Designates that this user has all permissions without explicitly assigning them."),
    _("staff status"),
    _("Designates whether the user can log into this admin site."),
    _("active"),
    _(
        "Designates whether this user should be treated as active. "
        "Unselect this instead of deleting accounts."
    ),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _("Enter a new password for the user <strong>%(username)s</strong>."),
    _(
        "Please enter your old password, for security’s sake, and then enter your new password "
        "twice so we can verify you typed it in correctly."
    ),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    _("Authentication and Authorization"),
)
