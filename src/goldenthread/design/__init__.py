"""The look: GOV.UK Design System's components, fields that render them, layouts."""
